using System.Diagnostics;
using BillingHeadless.Plugins.Hosting;

namespace BillingHeadless.Packaging;

/// <summary>A plugin's built files: a folder as it is given, or one that a project was published to and that is gone afterwards.</summary>
internal sealed class BuiltPlugin : IDisposable
{
    private readonly bool isTemporary;

    private BuiltPlugin(string folder, bool isTemporary) => (Folder, this.isTemporary) = (folder, isTemporary);

    public string Folder { get; }

    /// <param name="subject">A project file, a folder with one, or a folder of built files.</param>
    /// <exception cref="PluginRefusedException">It does not build.</exception>
    public static async Task<BuiltPlugin> OfAsync(string subject)
    {
        if (ProjectAt(subject) is not { } project)
        {
            return new BuiltPlugin(subject, isTemporary: false);
        }

        var built = new BuiltPlugin(Directory.CreateTempSubdirectory("billing-package-").FullName, isTemporary: true);
        await built.PublishAsync(project);
        return built;
    }

    public void Dispose()
    {
        if (isTemporary)
        {
            Directory.Delete(Folder, recursive: true);
        }
    }

    private static string? ProjectAt(string subject) =>
        File.Exists(subject) ? subject : Directory.EnumerateFiles(subject, "*.csproj").FirstOrDefault();

    private async Task PublishAsync(string project)
    {
        using var publish = Process.Start(new ProcessStartInfo("dotnet")
        {
            ArgumentList = { "publish", project, "--configuration", "Release", "--output", Folder, "--nologo", "--verbosity", "quiet" },
            RedirectStandardOutput = true,
        })!;
        var said = await publish.StandardOutput.ReadToEndAsync();
        await publish.WaitForExitAsync();
        if (publish.ExitCode != 0)
        {
            Dispose();
            throw new PluginRefusedException($"Mend the project first, it does not build:\n{said.Trim()}");
        }

        // The manifest stands beside the project, whether or not the project copies it.
        var manifest = Path.Combine(Path.GetDirectoryName(Path.GetFullPath(project))!, PluginManifest.FileName);
        if (File.Exists(manifest))
        {
            File.Copy(manifest, Path.Combine(Folder, PluginManifest.FileName), overwrite: true);
        }
    }
}
