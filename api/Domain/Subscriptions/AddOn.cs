using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Usage;

namespace BillingHeadless.Domain.Subscriptions;

/// <summary>
/// Something with a price of its own that a service can have switched on and off (C6). It counts every local day on which
/// it was on for any moment (ruling 36): switching twice on one day costs that day once.
/// </summary>
/// <param name="Meter">As the plan prices it.</param>
/// <param name="Spans">Days on which it was on, in order; the last one is open while it is on.</param>
public sealed record AddOn(string Meter, IReadOnlyList<AddOnSpan> Spans)
{
    public bool IsOn => Spans.Count > 0 && Spans[^1].LastDay is null;

    public static AddOn SwitchedOn(string meter, DateOnly day) => new(meter, [new AddOnSpan(day, null)]);

    /// <summary>Days that touch stay one span, and days that no charge can reach any more are forgotten: there are never many.</summary>
    public AddOn SwitchOn(DateOnly day)
    {
        if (IsOn)
        {
            return this;
        }

        var reached = Month.Of(day).Plus(-UsageRules.LateMonths - 1).FirstDay;
        var kept = Spans.Where(span => span.LastDay >= reached).ToList();
        return kept is [.., { LastDay: { } last } open] && last >= day.AddDays(-1)
            ? this with { Spans = [.. kept.SkipLast(1), open with { LastDay = null }] }
            : this with { Spans = [.. kept, new AddOnSpan(day, null)] };
    }

    public AddOn SwitchOff(DateOnly day) => IsOn ? this with { Spans = [.. Spans.SkipLast(1), Spans[^1] with { LastDay = day }] } : this;

    public bool WasOn(DateOnly day) => Spans.Any(span => span.Covers(day));
}

/// <summary>From a day to a day, both included; open while there is no last day.</summary>
public sealed record AddOnSpan(DateOnly FirstDay, DateOnly? LastDay)
{
    public bool Covers(DateOnly day) => FirstDay <= day && (LastDay is not { } last || day <= last);
}
