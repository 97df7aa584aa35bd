namespace BillingHeadless.Tests.Durability.Crashes;

/// <summary>Where a node is to be killed.</summary>
/// <param name="Number">Of the crash point, from 1, in the order in which a purchase without a crash passes them.</param>
/// <param name="Point">The same in words.</param>
/// <param name="IsBefore">Just before it, or just after it.</param>
internal sealed record Crash(int Number, string Point, bool IsBefore)
{
    /// <summary>Before and after each of these points.</summary>
    public static IReadOnlyList<Crash> AtAll(IReadOnlyList<string> points) =>
        [.. points.SelectMany((point, at) => new[] { new Crash(at + 1, point, IsBefore: true), new Crash(at + 1, point, IsBefore: false) })];

    public override string ToString() => $"killed {(IsBefore ? "before" : "after")} point {Number}: {Point}";
}
