using System.Net;
using BillingHeadless.Domain.Merchants;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Server.Platform.Start;

/// <summary>The server's settings: ordinary configuration from file, environment or arguments.</summary>
public sealed record BillingOptions
{
    private const int PlatformKeyLength = 20;
    private const int BitsPerByte = 8;

    /// <summary>Database file, installed plugins, keys, outgoing mail. A full path.</summary>
    public required string DataDirectory { get; init; }

    /// <summary>The plugins loaded at start: by default those that ship. A full path.</summary>
    public required string PluginsDirectory { get; init; }

    /// <summary>The base of every link given out; null for the address listened on.</summary>
    public Uri? PublicUrl { get; init; }

    /// <summary>The proxies in front of the server, which are believed for whom they ask and whether by TLS; nobody else is.</summary>
    public IReadOnlyList<IPNetwork> TrustedProxies { get; init; } = [];

    /// <summary>The operator's key; null when one is made at the first start.</summary>
    public string? PlatformKey { get; init; }

    /// <summary>Base 64 of the bytes that encrypt secrets; null for the file in the data directory.</summary>
    public string? MasterKey { get; init; }

    /// <summary>Whether the first start makes the demo merchant.</summary>
    public bool Demo { get; init; }

    /// <summary>Whose plugin packages are taken.</summary>
    public required PackageTrust PluginTrust { get; init; }

    /// <summary>A PostgreSQL server; null for the SQLite file in the data directory.</summary>
    public string? ConnectionString { get; init; }

    /// <exception cref="CannotStartException">A setting cannot be understood.</exception>
    public static BillingOptions Read(IConfiguration configuration, IHostEnvironment environment) => new()
    {
        DataDirectory = Path.GetFullPath(Text(configuration, "Billing:DataDirectory") ?? "data", environment.ContentRootPath),
        PluginsDirectory = Path.GetFullPath(Text(configuration, "Billing:PluginsDirectory") ?? "plugins", AppContext.BaseDirectory),
        PublicUrl = ReadPublicUrl(Text(configuration, "Billing:PublicUrl")),
        TrustedProxies = ReadProxies(configuration),
        PlatformKey = ReadPlatformKey(Text(configuration, "Billing:PlatformKey")),
        MasterKey = Text(configuration, "Billing:MasterKey"),
        Demo = ReadFlag(configuration, "Billing:Demo") ?? environment.IsDevelopment(),
        PluginTrust = new PackageTrust(ReadPublishers(configuration), ReadFlag(configuration, "Billing:AllowUnsignedPlugins") ?? environment.IsDevelopment()),
        ConnectionString = Text(configuration, "Database:ConnectionString"),
    };

    /// <summary>An empty setting is one that was not made.</summary>
    private static string? Text(IConfiguration configuration, string name) =>
        configuration[name] is { } text && !string.IsNullOrWhiteSpace(text) ? text.Trim() : null;

    private static Uri? ReadPublicUrl(string? text) => text switch
    {
        null => null,
        _ when WebAddress.InAscii(text) is { } address => new Uri(address),
        _ => throw new CannotStartException($"Billing:PublicUrl is '{text}': set it to an address such as https://billing.example.com."),
    };

    private static string? ReadPlatformKey(string? key) => key is null || key.Length >= PlatformKeyLength
        ? key
        : throw new CannotStartException($"Billing:PlatformKey is too short: set it to {PlatformKeyLength} random characters or more.");

    private static IReadOnlyList<IPNetwork> ReadProxies(IConfiguration configuration)
    {
        const string Name = "Billing:TrustedProxies";
        var texts = Texts(configuration, Name);
        return texts.Count <= Limits.TrustedProxies
            ? [.. texts.Select(text => Network(text)
                ?? throw new CannotStartException($"{Name} holds '{text}': set it to an address such as 10.0.0.7, or a network such as 10.0.0.0/24."))]
            : throw new CannotStartException($"{Name} holds {texts.Count} entries: name {Limits.TrustedProxies} at most, networks in place of single addresses.");
    }

    private static IPNetwork? Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * BitsPerByte)
        : null;

    private static IReadOnlyList<PublisherKey> ReadPublishers(IConfiguration configuration)
    {
        const string Name = "Billing:TrustedPublishers";
        return [.. Texts(configuration, Name).Select(text => PublisherKey.Parse(text)
            ?? throw new CannotStartException($"{Name} holds '{text}', which is no publisher's public key: set it as the command new-key has printed it."))];
    }

    /// <summary>One text as the setting's value, or several below it, as configuration has lists.</summary>
    private static List<string> Texts(IConfiguration configuration, string name) =>
        [.. configuration.GetSection(name).GetChildren().Select(child => child.Value).Append(configuration[name]).Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => text!.Trim())];

    private static bool? ReadFlag(IConfiguration configuration, string name) => Text(configuration, name) switch
    {
        null => null,
        { } text when bool.TryParse(text, out var flag) => flag,
        { } text => throw new CannotStartException($"{name} is '{text}': set it to true or false."),
    };
}
