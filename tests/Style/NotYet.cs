namespace BillingHeadless.Tests.Style;

/// <summary>Rules of services whose operations are still to come. The lists can only shrink: an entry that keeps its rule fails the test.</summary>
internal static class NotYet
{
    public static readonly string[] RefusalsNotProvoked =
    [
        "add_on_not_offered",
        "funds_missing",
        "not_renewable",
        "preview_not_found",
        "preview_outdated",
        "usage_correction_unknown",
        "usage_id_reused",
    ];

    public static readonly string[] RefusalsNotAnswered =
    [
        "add_on_not_offered",
        "auto_pay_not_needed",
        "funds_missing",
        "meter_unknown",
        "plan_changed_today",
        "plan_currency_differs",
        "plan_not_changeable",
        "plan_not_comparable",
        "plan_same",
        "preview_not_found",
        "preview_outdated",
        "renewal_undecided",
        "usage_correction_unknown",
        "usage_day_not_possible",
        "usage_id_reused",
        "usage_not_postpaid",
    ];
}
