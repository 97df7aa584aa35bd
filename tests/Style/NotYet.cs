namespace BillingHeadless.Tests.Style;

/// <summary>Rules of services whose operations are still to come. The lists can only shrink: an entry that keeps its rule fails the test.</summary>
internal static class NotYet
{
    public static readonly string[] RefusalsNotProvoked =
    [
        "add_on_not_offered",
        "not_renewable",
        "usage_correction_unknown",
        "usage_id_reused",
    ];

    public static readonly string[] RefusalsNotAnswered =
    [
        "add_on_not_offered",
        "auto_pay_not_needed",
        "meter_unknown",
        "usage_correction_unknown",
        "usage_day_not_possible",
        "usage_id_reused",
        "usage_not_postpaid",
    ];
}
