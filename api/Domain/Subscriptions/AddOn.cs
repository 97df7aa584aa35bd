using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>
/// Something with a price of its own that a service can have switched on and off (C6). It counts every local day on which
/// it was on for any moment (ruling 36): switching twice on one day costs that day once.
/// </summary>
/// <param name="Meter">As the plan prices it.</param>
/// <param name="Spans">Days on which it was on, in order; the last one is open while it is on.</param>
public sealed record AddOn(string Meter, IReadOnlyList<AddOnSpan> Spans)
{
    public const int MaximumSpans = 1_000;

    public bool IsOn => Spans.Count > 0 && Spans[^1].LastDay is null;

    public static AddOn SwitchedOn(string meter, DateOnly day) => new(meter, [new AddOnSpan(day, null)]);

    public AddOn SwitchOn(DateOnly day) => IsOn ? this : this with { Spans = [.. Spans, new AddOnSpan(day, null)] };

    public AddOn SwitchOff(DateOnly day) => IsOn ? this with { Spans = [.. Spans.SkipLast(1), Spans[^1] with { LastDay = day }] } : this;

    public bool WasOn(DateOnly day) => Spans.Any(span => span.Covers(day));
}

/// <summary>From a day to a day, both included; open while there is no last day.</summary>
public sealed record AddOnSpan(DateOnly FirstDay, DateOnly? LastDay)
{
    public bool Covers(DateOnly day) => FirstDay <= day && (LastDay is not { } last || day <= last);
}
