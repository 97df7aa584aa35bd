using System.Text.Json.Serialization;
using BillingHeadless.SandboxProvider.Http;

namespace BillingHeadless.SandboxProvider.Callbacks;

/// <summary>How the callbacks of an operation are sent, so that a receiver can be tested with all that happens in the world.</summary>
[JsonConverter(typeof(CamelCaseEnum<CallbackMode>))]
internal enum CallbackMode
{
    /// <summary>One callback with the final state.</summary>
    Normal,

    /// <summary>The same event twice.</summary>
    Doubled,

    /// <summary>The final state first, then an older event that says the operation is still going on.</summary>
    Reordered,

    /// <summary>None.</summary>
    Omitted,

    /// <summary>One minor unit too much.</summary>
    WrongAmount,

    /// <summary>Another currency.</summary>
    WrongCurrency,

    /// <summary>Signed with another secret.</summary>
    WrongSignature,
}
