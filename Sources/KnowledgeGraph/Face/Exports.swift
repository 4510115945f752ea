// Who imports the library's face sees the words that it speaks in, without a further import.
@_exported import Diagnostics
@_exported import Extraction
@_exported import GraphExport
@_exported import GraphModel
@_exported import PatternPacks
@_exported import QueryExecution
@_exported import QueryPlanning
