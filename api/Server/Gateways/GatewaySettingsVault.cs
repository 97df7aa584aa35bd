using System.Text.Json;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Security;

namespace BillingHeadless.Server.Gateways;

/// <summary>Seals a merchant's settings for a plugin, and opens them for a call.</summary>
public sealed class GatewaySettingsVault(Vault vault)
{
    private const string Purpose = "gateway-settings";

    public string Seal(IReadOnlyDictionary<string, string> values) => vault.Encrypt(Purpose, JsonSerializer.Serialize(values, Json.Stored));

    public IReadOnlyDictionary<string, string> Open(GatewaySettingsRow row) =>
        row.ValuesCipher.Length == 0
            ? new Dictionary<string, string>()
            : JsonSerializer.Deserialize<Dictionary<string, string>>(vault.Decrypt(Purpose, row.ValuesCipher), Json.Stored)!;
}
