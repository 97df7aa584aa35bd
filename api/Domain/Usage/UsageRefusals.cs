using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Usage;

public static class UsageRefusals
{
    public static readonly Refusal NotPostpaid = new("usage_not_postpaid", RefusalKind.Conflict, "Usage is counted for what is paid after use.");
    public static readonly Refusal MeterUnknown = new("meter_unknown", RefusalKind.Invalid, "The plan has no such meter to record; add-ons are switched on and off.");
    public static readonly Refusal QuantityNotPossible = new("usage_quantity_not_possible", RefusalKind.Invalid, "There cannot be so much of a meter on a day.");
    public static readonly Refusal DayNotPossible = new("usage_day_not_possible", RefusalKind.Invalid, "Usage is recorded for days on which the service was on, up to today, and not later than three months after.");
    public static readonly Refusal RecordReused = new("usage_id_reused", RefusalKind.Conflict, "There is another record with this id: correct it by a record with an id of its own.");
    public static readonly Refusal RecordsTooMany = new("usage_records_too_many", RefusalKind.Conflict, "A day of a service has so many records at most: add up what belongs together.");
    public static readonly Refusal AmountTooLarge = new("usage_amount_too_large", RefusalKind.Invalid, "The meter would come to more than a month can be charged.");
    public static readonly Refusal CorrectsUnknown = new("usage_correction_unknown", RefusalKind.Conflict, "There is no such record of this meter and day to correct, or another has corrected it.");
}
