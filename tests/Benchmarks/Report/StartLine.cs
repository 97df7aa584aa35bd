using BillingHeadless.Tests.Benchmarks.Processes;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Benchmarks.Report;

/// <summary>A start that makes the database, and one on a database that is there.</summary>
public sealed record StartLine(DatabaseKind Database, StartFigures First, StartFigures Next);
