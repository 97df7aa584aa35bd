using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Templating.Runtime;

namespace BillingHeadless.Templating.Functions;

/// <summary>The functions of <c>string</c> that write text in another form: hashes, numbers, literals.</summary>
internal static class TextEncoding
{
    private static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    public static void AddTo(BuiltinObject functions) => functions
        .AddOnText("escape", Escape)
        .AddOnText("literal", Literals.Quoted)
        .AddOnText("md5", static text => Hex(MD5.HashData(Utf8.GetBytes(text))))
        .AddOnText("sha1", static text => Hex(SHA1.HashData(Utf8.GetBytes(text))))
        .AddOnText("sha256", static text => Hex(SHA256.HashData(Utf8.GetBytes(text))))
        .AddOnText("sha512", static text => Hex(SHA512.HashData(Utf8.GetBytes(text))))
        .Add("hmac_sha1", "text secretKey", static call => Signed(call, HMACSHA1.HashData))
        .Add("hmac_sha256", "text secretKey", static call => Signed(call, HMACSHA256.HashData))
        .Add("hmac_sha512", "text secretKey", static call => Signed(call, HMACSHA512.HashData))
        .AddOnText("base64_encode", static text => Convert.ToBase64String(Utf8.GetBytes(text)))
        .AddOnText("base64_decode", static text => Utf8.GetString(Convert.FromBase64String(text)))
        .AddOnText("to_int", static text => int.TryParse(text, NumberStyles.Integer, Plain, out var number) ? number : null)
        .AddOnText("to_long", static text => long.TryParse(text, NumberStyles.Integer, Plain, out var number) ? number : null)
        .AddOnText("to_float", static text => float.TryParse(text, NumberStyles.Float, Plain, out var number) ? number : null)
        .AddOnText("to_double", static text => double.TryParse(text, NumberStyles.Float, Plain, out var number) ? number : null);

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        Literals.AppendEscaped(escaped, text);
        return escaped.ToString();
    }

    private static string? Signed(Invocation call, Func<byte[], byte[], byte[]> sign)
    {
        if (call.IsNull(0)) return null;
        return Hex(sign(Utf8.GetBytes(call.Text(1)), Utf8.GetBytes(call.Text(0))));
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);
}
