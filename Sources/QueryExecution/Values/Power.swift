#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// The C library's `pow`, the only thing of it that evaluation needs.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }
