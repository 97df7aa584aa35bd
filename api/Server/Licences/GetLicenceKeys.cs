using System.Security.Cryptography;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Security;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingHeadless.Server.Licences;

/// <summary>The public keys that licence tokens are verified with (RFC 7517).</summary>
public sealed record LicenceKeySet(IReadOnlyList<LicenceKey> Keys);

/// <summary>One public key.</summary>
public sealed record LicenceKey(string Kty, string Crv, string X, string Y, string Use, string Alg, string Kid)
{
    public static LicenceKey Of(string id, ECParameters key) => new(
        "EC", "P-256", WebEncoders.Base64UrlEncode(key.Q.X!), WebEncoders.Base64UrlEncode(key.Q.Y!), "sig", LicenceTokens.Algorithm, id);
}

public sealed class GetLicenceKeys(SigningKeys keys) : IEndpoint
{
    public static void Map(IEndpointRouteBuilder routes) => routes
        .MapGet("/.well-known/billing-licence-keys", ([FromServices] GetLicenceKeys endpoint, CancellationToken cancel) => endpoint.Handle(cancel))
        .Is(nameof(GetLicenceKeys), "Licences", "Reads the public keys that licence tokens are verified with.")
        .ForAnyone();

    public async Task<Answer<LicenceKeySet>> Handle(CancellationToken cancel) =>
        new LicenceKeySet([.. (await keys.Published(cancel)).Select(key => LicenceKey.Of(key.Id, key.Key))]);
}
