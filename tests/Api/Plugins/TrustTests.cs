using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Kit;

namespace BillingHeadless.Tests.Api.Plugins;

/// <summary>Where the operator has not allowed unsigned packages, only trusted publishers' are taken.</summary>
public abstract class TrustTests(SigningServer server)
{
    [Fact]
    public async Task Only_a_trusted_publishers_package_is_taken()
    {
        await Refused.With("package_unsigned", () => server.Install(Packages.Sandbox("5.0.0")));
        var refusal = await Refused.With("package_publisher_unknown", () => server.Install(BrokenPackages.Of("unknown publisher")));
        Assert.Contains("Add the publisher's key", refusal.Problem!.Detail);

        var installed = await server.Install(Packages.Sandbox("5.0.0", key: server.Key));

        Assert.Equal(("5.0.0", PublisherKey.Of(server.Key).Text), (installed.Version, installed.Publisher));
        Assert.DoesNotContain("takes plugin packages that nobody has signed", (await server.Read("/", key: null)).Text);
    }
}

public sealed class TrustOnSqlite(SigningOnSqlite server) : TrustTests(server), IClassFixture<SigningOnSqlite>;

public sealed class TrustOnPostgres(SigningOnPostgres server) : TrustTests(server), IClassFixture<SigningOnPostgres>;
