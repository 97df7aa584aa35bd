using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BillingHeadless.Plugins.LiqPay;

/// <summary>
/// How LiqPay talks: JSON in base64, and the base64 of a hash over private key, that text and private key again. What is signed is the text
/// as it is sent, so the order of fields does not matter.
/// </summary>
internal static class SignedData
{
    /// <summary>The two fields of every request.</summary>
    /// <param name="fields">All but version and public key. The amount is the only number.</param>
    /// <param name="settings">Keys and version.</param>
    public static Dictionary<string, string> Of(IEnumerable<KeyValuePair<string, string>> fields, LiqPaySettings settings)
    {
        var data = Convert.ToBase64String(Json(fields, settings));
        return new Dictionary<string, string> { ["data"] = data, ["signature"] = Signature(data, settings) };
    }

    public static string Signature(string data, LiqPaySettings settings)
    {
        var text = Encoding.UTF8.GetBytes(settings.PrivateKey + data + settings.PrivateKey);
        return Convert.ToBase64String(settings.ApiVersion == LiqPaySettings.NewestVersion ? SHA3_256.HashData(text) : SHA1.HashData(text));
    }

    private static ReadOnlySpan<byte> Json(IEnumerable<KeyValuePair<string, string>> fields, LiqPaySettings settings)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", settings.ApiVersion);
            writer.WriteString("public_key", settings.PublicKey);
            foreach (var (name, value) in fields)
            {
                writer.WritePropertyName(name);
                if (name == LiqPayFields.Amount)
                {
                    writer.WriteRawValue(value);
                }
                else
                {
                    writer.WriteStringValue(value);
                }
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan;
    }
}

internal static class LiqPayFields
{
    public const string Amount = "amount";
    public const string Action = "action";
    public const string OrderId = "order_id";
}
