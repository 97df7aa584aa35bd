using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Packaging;

/// <summary>What was asked for.</summary>
internal sealed record CommandLine(string Command, string Subject)
{
    public const string NewKey = "new-key";
    public const string Pack = "pack";
    private const string Check = "check";

    /// <summary>The file of the publisher's private key.</summary>
    public string? Key { get; private init; }

    /// <summary>The folder that the package goes to.</summary>
    public string Output { get; private init; } = ".";

    /// <summary>Takes the place of the manifest's version.</summary>
    public SemanticVersion? Version { get; private init; }

    /// <summary>The key that must have signed.</summary>
    public PublisherKey? Publisher { get; private init; }

    /// <summary>Reads the arguments; null when they make no command.</summary>
    public static CommandLine? Read(string[] args)
    {
        if (args is not [NewKey or Pack or Check, var subject, .. var options] || options.Length % 2 != 0)
        {
            return null;
        }

        CommandLine? line = new(args[0], subject);
        foreach (var option in options.Chunk(2))
        {
            line = line?.With(option[0], option[1]);
        }

        return line;
    }

    private CommandLine? With(string option, string value) => (Command, option) switch
    {
        (Pack, "--key") => this with { Key = value },
        (Pack, "--output") => this with { Output = value },
        (Pack, "--version") when SemanticVersion.Parse(value) is { } version => this with { Version = version },
        (Check, "--publisher") when PublisherKey.Parse(value) is { } publisher => this with { Publisher = publisher },
        _ => null,
    };
}
