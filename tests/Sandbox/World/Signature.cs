using System.Security.Cryptography;
using System.Text;
using BillingHeadless.Plugins;

namespace BillingHeadless.Tests.Sandbox.World;

/// <summary>The signature of callbacks, written down a third time, from its description.</summary>
public static class Signature
{
    public static string Of(IPluginHost merchant, DateTimeOffset now, byte[] body)
    {
        var time = now.ToUnixTimeSeconds();
        byte[] signed = [.. Encoding.ASCII.GetBytes($"{time}."), .. body];
        var secret = Encoding.UTF8.GetBytes(merchant.Settings.Text("signingSecret"));
        return $"t={time},v1={Convert.ToHexStringLower(HMACSHA256.HashData(secret, signed))}";
    }
}
