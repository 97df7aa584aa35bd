using System.Reflection;

namespace BillingHeadless.Tests.Style.Support;

/// <summary>The repository's own text files, without what is built, installed or kept by a running server.</summary>
internal static class Repository
{
    private static readonly string[] ForeignFolders = ["bin", "obj", "node_modules", ".git", "TestResults", "data", ".vs", ".idea"];
    private static readonly string[] TextEndings =
        [".cs", ".csproj", ".props", ".targets", ".sln", ".json", ".mjs", ".js", ".ts", ".sh", ".yaml", ".yml", ".md", ".html", ".css", ".txt", ".sbn", ".svg"];

    private static readonly string[] TextNames = ["run", ".editorconfig", ".gitattributes", ".gitignore", ".npmrc"];

    public static string Root { get; } = typeof(Repository).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>()
        .Single(attribute => attribute.Key == "RepositoryRoot")
        .Value!;

    public static IReadOnlyList<SourceFile> Files { get; } = [.. Walk(Root).Where(IsText).Select(Read).OrderBy(file => file.Path, StringComparer.Ordinal)];

    /// <summary>The C# that people have written.</summary>
    public static IEnumerable<SourceFile> Code => Files.Where(file => file is { IsCode: true, IsGenerated: false });

    public static IEnumerable<SourceFile> CodeUnder(string folder) => Code.Where(file => file.IsUnder(folder));

    public static IEnumerable<SourceFile> Projects => Files.Where(file => file.Path.EndsWith(".csproj", StringComparison.Ordinal));

    public static string ReadText(string path) => File.ReadAllText(Path.Combine(Root, path));

    private static IEnumerable<string> Walk(string folder) => Directory.EnumerateFiles(folder).Concat(
        Directory.EnumerateDirectories(folder).Where(inner => !ForeignFolders.Contains(Path.GetFileName(inner))).SelectMany(Walk));

    private static bool IsText(string path) =>
        TextEndings.Contains(Path.GetExtension(path)) || TextNames.Contains(Path.GetFileName(path));

    private static SourceFile Read(string path) => new(Path.GetRelativePath(Root, path).Replace('\\', '/'), File.ReadAllText(path));
}
