using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Merchants;

public static class MerchantRefusals
{
    public static readonly Refusal TimeZoneUnknown = new("time_zone_unknown", RefusalKind.Invalid, "This time zone is not known: give an IANA name such as Europe/Kyiv.");
    public static readonly Refusal CurrencyUnknown = new("currency_unknown", RefusalKind.Invalid, "This currency is not known: give an ISO 4217 code such as UAH.");
    public static readonly Refusal LocaleUnknown = new("locale_unknown", RefusalKind.Invalid, "This language is not spoken here: give uk, en, ru or kk.");
    public static readonly Refusal OriginInvalid = new("origin_invalid", RefusalKind.Invalid, "An origin is a scheme and a host, such as https://shop.example.com, and nothing after it.");
    public static readonly Refusal ScopeNeeded = new("scope_needed", RefusalKind.Invalid, "A secret key needs at least one scope; a publishable key has none.");
    public static readonly Refusal ScopeExceeded = new("scope_exceeded", RefusalKind.Forbidden, "A key can give another key only what it may do itself.");
    public static readonly Refusal ScopeUnknown = new("scope_unknown", RefusalKind.Invalid, "There is no such scope.");
    public static readonly Refusal ApiKeyNotFound = new("api_key_not_found", RefusalKind.NotFound, "There is no such API key.");
    public static readonly Refusal SettingsInvalid = new("settings_invalid", RefusalKind.Invalid, "A setting cannot hold this value.");
    public static readonly Refusal TestClockLive = new("test_clock_live", RefusalKind.Conflict, "A live merchant's time cannot be moved.");
    public static readonly Refusal TestClockBackwards = new("test_clock_backwards", RefusalKind.Conflict, "Time moves forward only.");
    public static readonly Refusal TestClockBusy = new("test_clock_busy", RefusalKind.Conflict, "The clock is being moved already.");
    public static readonly Refusal TestClockTooFar = new("test_clock_too_far", RefusalKind.Conflict, "One call moves time by five years at most.");
}
