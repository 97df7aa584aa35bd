using System.Security.Cryptography;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Plugins.Support;

namespace BillingHeadless.Tests.Plugins.Packages;

/// <summary>A package is taken from publishers that the operator trusts, and from nobody else.</summary>
public sealed class SignatureTests : IDisposable
{
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly ECDsa other = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private PackageTrust Trusting => new([PublisherKey.Of(key)], AllowUnsigned: false);

    private byte[] Signed => SamplePackage.Of(PluginDirectory.Manifest(), key);

    [Fact]
    public void A_trusted_publishers_package_is_taken() =>
        Assert.Equal(PublisherKey.Of(key), PluginPackage.Read(Signed, Trusting, "sample.zip").Package!.Publisher);

    [Fact]
    public void An_unknown_publishers_is_not_even_where_unsigned_ones_are()
    {
        var package = SamplePackage.Of(PluginDirectory.Manifest(), other);

        AssertRefused(package, Trusting, "package_publisher_unknown", PublisherKey.Of(other).Text);
        AssertRefused(package, Trusting with { AllowUnsigned = true }, "package_publisher_unknown", PublisherKey.Of(other).Id);
    }

    [Fact]
    public void An_unsigned_one_is_taken_where_the_operator_allows_it()
    {
        var package = SamplePackage.Of(PluginDirectory.Manifest());

        AssertRefused(package, Trusting, "package_unsigned", "Have the package signed");
        Assert.NotNull(PluginPackage.Read(package, Trusting with { AllowUnsigned = true }, "sample.zip").Package);
    }

    [Fact]
    public void A_manifest_that_was_changed_afterwards_is_not_the_signed_one()
    {
        var changed = SamplePackage.Changed(Signed, files => files["plugin.json"] = [.. files["plugin.json"], (byte)'\n']);

        AssertRefused(changed, Trusting, "package_signature_wrong", "no signature of its manifest");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"publisher\":\"AAAA\",\"signature\":\"AAAA\"}")]
    [InlineData("{\"publisher\":7,\"signature\":\"A\"}")]
    public void A_signature_that_cannot_be_read_is_wrong(string text) => AssertRefused(
        SamplePackage.Changed(Signed, files => files["plugin.signature.json"] = System.Text.Encoding.UTF8.GetBytes(text)),
        Trusting with { AllowUnsigned = true },
        "package_signature_wrong",
        "Sign the package anew");

    [Fact]
    public void A_signature_of_another_package_does_not_fit()
    {
        byte[]? signature = null;
        SamplePackage.Changed(SamplePackage.Of(PluginDirectory.Manifest(version: "1.0.1"), key), files => signature = files["plugin.signature.json"]);

        AssertRefused(SamplePackage.Changed(Signed, files => files["plugin.signature.json"] = signature!), Trusting, "package_signature_wrong", "Sign the package anew");
    }

    [Fact]
    public void A_key_is_written_and_read_back()
    {
        var written = PublisherKey.Of(key).Text;

        Assert.Equal(PublisherKey.Of(key), PublisherKey.Parse(written));
        Assert.Null(PublisherKey.Parse(written[..^4]));
        Assert.Null(PublisherKey.Parse("not a key"));
        Assert.Null(PublisherKey.Parse(null));
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Assert.Null(PublisherKey.Parse(Convert.ToBase64String(curve.ExportSubjectPublicKeyInfo())));
    }

    public void Dispose()
    {
        key.Dispose();
        other.Dispose();
    }

    private static void AssertRefused(byte[] package, PackageTrust trust, string code, string sentence)
    {
        var failure = PluginPackage.Read(package, trust, "sample.zip").Failure!;

        Assert.Equal(code, failure.Code);
        Assert.Contains(sentence, Assert.Single(failure.Sentences));
    }
}
