#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// The file beside the record that keeps its index. It may be deleted at any time.
struct IndexFile {
    let path: String

    /// Nil unless the file is there, whole, and made for this state of this graph.
    func map(uuid: String, stamp: Int64) -> IndexImage? {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG,
            status.st_size >= 64
        else { return nil }
        let size = Int(status.st_size)
        // The header's size is compared before anything beyond the header is touched: a page that
        // the file lacks would end the process.
        var declared: UInt64 = 0
        guard pread(descriptor, &declared, 8, 40) == 8, declared == UInt64(size),
            let address = mmap(nil, size, PROT_READ, MAP_SHARED, descriptor, 0),
            address != MAP_FAILED
        else { return nil }
        return IndexImage(
            mapped: UnsafeRawBufferPointer(start: address, count: size), uuid: uuid, stamp: stamp)
    }

    /// Puts an image in the file's place at once. False where it could not: the index is derived,
    /// and the next to open the graph makes it anew.
    @discardableResult
    func replace(with image: IndexImage) -> Bool {
        let temporary = "\(path).\(getpid())-\(UInt32.random(in: 0...UInt32.max))"
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        guard descriptor >= 0 else { return false }
        var written = 0
        while written < image.bytes.count {
            let count = write(
                descriptor, image.bytes.baseAddress?.advanced(by: written),
                min(image.bytes.count - written, 1 << 30))
            guard count > 0 else { break }
            written += count
        }
        #if canImport(Glibc)
            let synced = fdatasync(descriptor) == 0
        #else
            let synced = fsync(descriptor) == 0
        #endif
        close(descriptor)
        guard written == image.bytes.count, synced, rename(temporary, path) == 0 else {
            unlink(temporary)
            return false
        }
        return true
    }
}
