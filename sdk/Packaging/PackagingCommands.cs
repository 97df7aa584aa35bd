using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Packaging;

/// <summary>The commands of a publisher: make a key, pack a plugin, check a package.</summary>
public static class PackagingCommands
{
    private const int Done = 0;
    private const int Refused = 1;
    private const int Misused = 2;

    private const string Usage = """
        Makes and checks plugin packages.

          new-key <file>                                    makes a publisher's key; prints the public half, which operators trust
          pack <project or folder> [--key <file>]           builds the project if it is one, and packs its files
               [--output <folder>] [--version <1.2.3>]
          check <package> [--publisher <public key>]        says what an installation would refuse, without loading the code
        """;

    /// <summary>Runs one command.</summary>
    /// <returns>0: done; 1: refused, with sentences that say what to mend; 2: no such command.</returns>
    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors)
    {
        if (CommandLine.Read(args) is not { } line)
        {
            await errors.WriteLineAsync(Usage);
            return Misused;
        }

        try
        {
            await output.WriteLineAsync(line.Command switch
            {
                CommandLine.NewKey => KeyFile.Make(line.Subject),
                CommandLine.Pack => await PackAsync(line),
                _ => Check(line),
            });
            return Done;
        }
        catch (Exception refused) when (refused is PluginRefusedException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refused.Message);
            return Refused;
        }
    }

    private static async Task<string> PackAsync(CommandLine line)
    {
        using var key = line.Key is { } file ? KeyFile.Read(file) : null;
        using var built = await BuiltPlugin.OfAsync(line.Subject);
        var package = PackageWriter.Pack(built.Folder, key, line.Version);
        var manifest = Read(package, PackageTrust.Anyone, line.Subject).Manifest;
        var target = Path.Combine(Directory.CreateDirectory(line.Output).FullName, $"{manifest.Id}-{manifest.Version}.zip");
        await File.WriteAllBytesAsync(target, package);
        return key is null ? $"{target}\nNobody has signed it: give --key to sign." : target;
    }

    private static string Check(CommandLine line)
    {
        var trust = line.Publisher is { } publisher ? new PackageTrust([publisher], AllowUnsigned: false) : PackageTrust.Anyone;
        var package = Read(File.ReadAllBytes(line.Subject), trust, line.Subject);
        return $"{package.Manifest.Id} {package.Manifest.Version}, sha256 {package.Hash}, signed by {package.Publisher?.Text ?? "nobody"}";
    }

    private static PluginPackage Read(byte[] bytes, PackageTrust trust, string name)
    {
        var reading = PluginPackage.Read(bytes, trust, name);
        return reading.Package ?? throw new PluginRefusedException(
            string.Join('\n', reading.Failure!.Sentences.Select(sentence => $"{reading.Failure.Code}: {sentence}")), reading.Failure.Code);
    }
}
