using System.Text.Json.Serialization;

namespace BillingHeadless.Plugins.Activation.Bitrix24;

/// <summary>The body of a notice.</summary>
/// <param name="Type">What happened.</param>
/// <param name="Timestamp">When this was said.</param>
/// <param name="Data">The licence as it stands.</param>
internal sealed record NoticeBody(string Type, DateTimeOffset Timestamp, LicenceNotice Data);

/// <summary>JSON written by the compiler: by reflection it would keep the plugin in memory for ever.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(NoticeBody))]
internal sealed partial class NoticeJson : JsonSerializerContext;
