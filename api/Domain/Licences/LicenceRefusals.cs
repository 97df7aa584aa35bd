using BillingHeadless.Domain.Kernel;

namespace BillingHeadless.Domain.Licences;

public static class LicenceRefusals
{
    public static readonly Refusal NotFound = new("licence_not_found", RefusalKind.NotFound, "There is no such licence.");
    public static readonly Refusal ActivatorUnknown = new("activator_not_found", RefusalKind.NotFound, "There is no such licence activator.");
    public static readonly Refusal ActivatorSettingsInvalid = new("activator_settings_invalid", RefusalKind.Invalid, "The activator's settings are not right.");
    public static readonly Refusal BindingMissing = new("binding_missing", RefusalKind.Invalid, "Give the portal or the fingerprint of the installation.");
}
