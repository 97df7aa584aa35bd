using System.Text.Json;
using System.Text.Json.Serialization;
using BillingHeadless.SandboxProvider.Accounts;
using BillingHeadless.SandboxProvider.Book;
using BillingHeadless.SandboxProvider.Callbacks;
using BillingHeadless.SandboxProvider.Checkouts;
using BillingHeadless.SandboxProvider.Refunds;
using BillingHeadless.SandboxProvider.SavedCards;

namespace BillingHeadless.SandboxProvider.Http;

/// <summary>The provider's JSON: camelCase, nothing unknown, nothing missing.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(AccountRequest))]
[JsonSerializable(typeof(AccountView))]
[JsonSerializable(typeof(CheckoutRequest))]
[JsonSerializable(typeof(CheckoutView))]
[JsonSerializable(typeof(ForgetCardRequest))]
[JsonSerializable(typeof(ForgottenView))]
[JsonSerializable(typeof(RefundRequest))]
[JsonSerializable(typeof(RefundView))]
[JsonSerializable(typeof(CallbackBody))]
[JsonSerializable(typeof(BookView))]
[JsonSerializable(typeof(ProblemView))]
internal sealed partial class ProviderJson : JsonSerializerContext;

/// <summary>A refusal on the wire, as RFC 9457 has it, with its code.</summary>
internal sealed record ProblemView(int Status, string Code, string Detail);

/// <summary>Writes an enumeration as its member's name in lower camel case, and reads nothing else.</summary>
internal sealed class CamelCaseEnum<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.CamelCase, allowIntegerValues: false)
    where T : struct, Enum;
