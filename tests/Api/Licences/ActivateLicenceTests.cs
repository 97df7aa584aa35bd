using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using BillingHeadless.Client;
using BillingHeadless.Tests.Kit;
using Microsoft.AspNetCore.WebUtilities;
using JsonElement = System.Text.Json.JsonElement;

namespace BillingHeadless.Tests.Api.Licences;

/// <summary>Rule A8, rulings 13 and 22.</summary>
public abstract class ActivateLicenceTests(RunningServer server)
{
    [Fact]
    public async Task An_app_activates_in_its_portal_and_verifies_the_token_without_asking_us()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "app.bitrix24.ua", months: 12);
        var licence = await shop.LicenceOf("app.bitrix24.ua");
        var use = await shop.Client(null).ActivateLicenceAsync(new LicenceUseRequest { Key = licence.Key, Portal = "https://APP.bitrix24.ua/" });
        Assert.Equal((true, "valid"), (use.Valid, use.Code));

        var claims = await Verify(shop, use.Token!);
        Assert.Equal(server.Client.BaseAddress!.ToString().TrimEnd('/'), claims.GetProperty("iss").GetString());
        Assert.Equal((shop.Product.Id, licence.Id), (claims.GetProperty("aud").GetString(), claims.GetProperty("sub").GetString()));
        Assert.Equal(licence.ValidUntil.ToUnixTimeSeconds(), claims.GetProperty("validUntil").GetInt64());
        Assert.True(claims.GetProperty("exp").GetInt64() <= licence.ValidUntil.ToUnixTimeSeconds());
    }

    [Fact]
    public async Task Typing_the_key_with_small_letters_and_look_alikes_does_not_matter()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "typo.bitrix24.ua");
        var key = (await shop.LicenceOf("typo.bitrix24.ua")).Key;
        var typed = key.Replace("-", "").ToLowerInvariant()[3..].Replace('0', 'o').Insert(0, "lic");
        Assert.Equal("valid", (await Use(shop, typed, "typo.bitrix24.ua")).Code);
    }

    [Fact]
    public async Task Wrong_keys_and_wrong_places_are_told_apart()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "home.bitrix24.ua");
        var key = (await shop.LicenceOf("home.bitrix24.ua")).Key;
        Assert.Equal("portal_mismatch", (await Use(shop, key, "other.bitrix24.ua")).Code);
        Assert.Equal("key_malformed", (await Use(shop, key[..^1] + (key[^1] == '2' ? '3' : '2'), "home.bitrix24.ua")).Code);
        await Refused.With("binding_missing", () => shop.Client(null).ActivateLicenceAsync(new LicenceUseRequest { Key = key }));
    }

    [Fact]
    public async Task One_fingerprint_at_a_time_and_the_same_one_as_often_as_it_likes()
    {
        var shop = await Shop.Open(server);
        await shop.Sell(portal: "box.bitrix24.ua");
        var key = (await shop.LicenceOf("box.bitrix24.ua")).Key;
        Assert.Equal("valid", (await Fingerprint(shop, key, "machine-1")).Code);
        Assert.Equal("valid", (await Fingerprint(shop, key, "machine-1")).Code);
        Assert.Equal("fingerprint_mismatch", (await Fingerprint(shop, key, "machine-2")).Code);
        await shop.Client(null).DeactivateLicenceAsync(new LicenceUseRequest { Key = key, Fingerprint = "machine-1" });
        Assert.Equal("valid", (await Fingerprint(shop, key, "machine-2")).Code);
    }

    private static Task<LicenceUse> Use(Shop shop, string key, string portal) =>
        shop.Client(null).ActivateLicenceAsync(new LicenceUseRequest { Key = key, Portal = portal });

    private static Task<LicenceUse> Fingerprint(Shop shop, string key, string fingerprint) =>
        shop.Client(null).ActivateLicenceAsync(new LicenceUseRequest { Key = key, Fingerprint = fingerprint });

    /// <summary>As an app does it: the published key, the fixed algorithm, the signature.</summary>
    private static async Task<JsonElement> Verify(Shop shop, string token)
    {
        var parts = token.Split('.');
        var header = JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(parts[0]));
        Assert.Equal("ES256", header.GetProperty("alg").GetString());
        var published = (await shop.Client(null).GetLicenceKeysAsync()).Keys.Single(key => key.Kid == header.GetProperty("kid").GetString());
        using var key = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP256,
            Q = new ECPoint { X = WebEncoders.Base64UrlDecode(published.X), Y = WebEncoders.Base64UrlDecode(published.Y) },
        });
        Assert.True(key.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), WebEncoders.Base64UrlDecode(parts[2]), HashAlgorithmName.SHA256));
        return JsonSerializer.Deserialize<JsonElement>(WebEncoders.Base64UrlDecode(parts[1]));
    }
}

public sealed class ActivateLicenceOnSqlite(ServerOnSqlite server) : ActivateLicenceTests(server), IClassFixture<ServerOnSqlite>;

public sealed class ActivateLicenceOnPostgres(ServerOnPostgres server) : ActivateLicenceTests(server), IClassFixture<ServerOnPostgres>;
