using System.Text.Json;
using System.Text.RegularExpressions;

namespace BillingHeadless.Plugins.Hosting;

/// <summary>Reads <c>plugin.json</c>: all of it is checked, and every mistake is named, before any code is loaded.</summary>
public static partial class ManifestReader
{
    private const int DeepestNesting = 8;
    private const int LongestName = 200;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = DeepestNesting, AllowDuplicateProperties = false };

    /// <summary>The manifest, or every problem. Never throws for what the bytes hold.</summary>
    public static ManifestReading Read(ReadOnlyMemory<byte> json)
    {
        var problems = new ManifestProblems();
        if (json.Length > HostingLimits.ManifestBytes)
        {
            problems.Add("", $"Shorten the file: it may have {HostingLimits.ManifestBytes} bytes.");
            return new ManifestReading(null, problems.Found);
        }

        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            var manifest = ReadRoot(new ManifestNode(document.RootElement, "", problems));
            return new ManifestReading(problems.Found.Count == 0 ? manifest : null, problems.Found);
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            // The second is how a text of half a surrogate pair shows itself, but only when it is read.
            problems.Add("", $"This is not JSON as it should be: {broken.Message}");
            return new ManifestReading(null, problems.Found);
        }
    }

    // A member that could not be read has left its problem, so that Read drops the half-filled manifest.
    private static PluginManifest? ReadRoot(ManifestNode root)
    {
        if (!root.IsObjectOf("$schema", "id", "version", "contract", "kind", "assembly", "entryType", "titles", "settings", "hosts", "carriesOn", "files"))
        {
            return null;
        }

        var settings = SettingsSchemaReader.Read(root.Member("settings"));
        return new PluginManifest
        {
            Id = ReadMatching(
                root.Required("id", "the plugin's permanent name"),
                Identifier(),
                "2 to 40 lower-case letters, digits and hyphens, a letter first, for example \"bank-transfer\"") ?? "",
            Version = ReadVersion(root.Required("version", "the plugin's version, for example \"1.0.0\"")) ?? new SemanticVersion(0, 0, 0),
            Contract = ReadContract(root.Required("contract", "the contract versions it works with, {\"minimum\", \"maximum\"}"))
                ?? new ContractRange(default, default),
            Kind = ReadKind(root.Required("kind", "paymentGateway, documentGenerator or licenceActivator")) ?? default,
            Assembly = ReadMatching(
                root.Required("assembly", "the file name of its assembly"),
                AssemblyFile(),
                "the name of a .dll file in the plugin's folder, without a path") ?? "",
            EntryType = ReadMatching(
                root.Required("entryType", "the full name of its class"),
                TypeName(),
                "the full name of a class, namespace included") ?? "",
            Titles = ReadTitles(root.Required("titles", "its name by language, {\"en\": …}")),
            Settings = settings,
            Hosts = ReadHosts(root.Member("hosts"), settings),
            CarriesOn = ReadRange(root.Member("carriesOn")),
            Files = ReadFiles(root.Member("files")),
        };
    }

    /// <summary>Texts by language code, English among them.</summary>
    internal static IReadOnlyDictionary<string, string> ReadTitles(ManifestNode? node)
    {
        var titles = new Dictionary<string, string>(StringComparer.Ordinal);
        if (node is null)
        {
            return titles;
        }

        if (!node.IsObject || !node.Element.TryGetProperty("en", out _))
        {
            node.Problem("This must be an object of texts by language code, with \"en\" among them.");
            return titles;
        }

        foreach (var (language, title) in node.Members())
        {
            if (!Language().IsMatch(language))
            {
                title.Problem("Name the language by its code of two lower-case letters.");
            }

            titles[language] = title.Text(HostingLimits.TitleLength) ?? "";
        }

        return titles;
    }

    private static string? ReadMatching(ManifestNode? node, Regex form, string meaning)
    {
        if (node?.Text(LongestName) is not { } text)
        {
            return null;
        }

        if (form.IsMatch(text))
        {
            return text;
        }

        node.Problem($"This must be {meaning}.");
        return null;
    }

    private static SemanticVersion? ReadVersion(ManifestNode? node)
    {
        var version = SemanticVersion.Parse(node?.Text(LongestName));
        if (version is null)
        {
            node?.Problem("This must be a semantic version: three numbers with dots, for example \"1.0.0\".");
        }

        return version;
    }

    private static ContractRange? ReadContract(ManifestNode? node)
    {
        if (node is null || !node.IsObjectOf("minimum", "maximum"))
        {
            return null;
        }

        var minimum = ReadContractVersion(node.Required("minimum", "the oldest contract version it works with, for example \"1.0\""));
        var maximum = ReadContractVersion(node.Required("maximum", "the newest contract version it works with, for example \"1.0\""));
        if (minimum.CompareTo(maximum) > 0)
        {
            node.Problem("\"minimum\" must not be above \"maximum\".");
        }

        return new ContractRange(minimum, maximum);
    }

    private static ContractVersion ReadContractVersion(ManifestNode? node)
    {
        if (!ContractVersion.TryParse(node?.Text(LongestName), out var version))
        {
            node?.Problem("This must be two numbers with a dot, for example \"1.0\".");
        }

        return version;
    }

    private static PluginKind? ReadKind(ManifestNode? node)
    {
        PluginKind? kind = node?.Text(LongestName) switch
        {
            "paymentGateway" => PluginKind.PaymentGateway,
            "documentGenerator" => PluginKind.DocumentGenerator,
            "licenceActivator" => PluginKind.LicenceActivator,
            _ => null,
        };
        if (kind is null)
        {
            node?.Problem("This must be \"paymentGateway\", \"documentGenerator\" or \"licenceActivator\".");
        }

        return kind;
    }

    private static IReadOnlyList<HostRule> ReadHosts(ManifestNode? node, SettingsSchema settings)
    {
        var hosts = new List<HostRule>();
        foreach (var item in node?.List(HostingLimits.Hosts) ?? [])
        {
            var rule = item.Text(LongestName) is { } text ? HostRule.Parse(text) : null;
            if (rule is null)
            {
                item.Problem("This must be a host name in lower case (with or without a port), \"$setting:name\" or \"$portal\".");
                continue;
            }

            if (rule is SettingHost { Setting: var name } && settings.Find(name) is not { Kind: SettingKind.Text, Secret: false })
            {
                item.Problem($"Add a setting \"{name}\" of the type string that is no secret, or remove this host.");
            }

            hosts.Add(rule);
        }

        return hosts;
    }

    private static VersionRange? ReadRange(ManifestNode? node)
    {
        var range = VersionRange.Parse(node?.Text(LongestName));
        if (range is null)
        {
            node?.Problem("This must be a range of versions, for example \">=1.2\".");
        }

        return range;
    }

    private static IReadOnlyDictionary<string, string>? ReadFiles(ManifestNode? node)
    {
        if (node is null)
        {
            return null;
        }

        var files = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!node.IsObject || node.Element.GetPropertyCount() > HostingLimits.Files)
        {
            node.Problem($"This must be an object of at most {HostingLimits.Files} file names, each with its SHA-256.");
            return files;
        }

        foreach (var (name, hash) in node.Members())
        {
            if (!Sha256().IsMatch(hash.Text(LongestName) ?? ""))
            {
                hash.Problem("This must be the file's SHA-256: 64 hexadecimal digits in lower case.");
            }

            files[name] = hash.Element.ToString();
        }

        return files;
    }

    [GeneratedRegex(@"^[a-z][a-z0-9-]{1,39}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Identifier();

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\.dll\z", RegexOptions.CultureInvariant)]
    private static partial Regex AssemblyFile();

    [GeneratedRegex(@"^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)+\z", RegexOptions.CultureInvariant)]
    private static partial Regex TypeName();

    [GeneratedRegex(@"^[a-z]{2}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Language();

    [GeneratedRegex(@"^[0-9a-f]{64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sha256();
}
