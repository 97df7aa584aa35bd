using System.Security.Cryptography;
using System.Text.Json;
using BillingHeadless.Domain.Licences;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Security;
using BillingHeadless.Server.Platform.Start;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Licences;

/// <summary>
/// A licence as a signed text (a JWT with ES256) that an app checks without asking us: issuer, product, portal, edition and
/// until when. It is short, so that a licence that was taken back is noticed soon.
/// </summary>
public sealed class LicenceTokens(SigningKeys keys, PublicAddress address)
{
    public const string Algorithm = "ES256";

    public async Task<string> Sign(Licence licence, string binding, DateTimeOffset now, CancellationToken cancel)
    {
        var (id, key) = await keys.Current(cancel);
        var expires = licence.ValidUntil < now + Limits.LicenceToken ? licence.ValidUntil : now + Limits.LicenceToken;
        var signed = $"{Encode(new { alg = Algorithm, typ = "JWT", kid = id })}.{Encode(new
        {
            iss = address.Url,
            aud = licence.ProductId.Value,
            sub = licence.Id.Value,
            iat = now.ToUnixTimeSeconds(),
            nbf = now.ToUnixTimeSeconds(),
            exp = expires.ToUnixTimeSeconds(),
            edition = licence.Edition,
            planId = licence.PlanId.Value,
            portal = licence.Portal,
            memberId = licence.MemberId,
            binding,
            validUntil = licence.ValidUntil.ToUnixTimeSeconds(),
        })}";
        var signature = key.SignData(System.Text.Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
        return $"{signed}.{WebEncoders.Base64UrlEncode(signature)}";
    }

    private static string Encode<T>(T part) => WebEncoders.Base64UrlEncode(JsonSerializer.SerializeToUtf8Bytes(part, Json.Api));
}
