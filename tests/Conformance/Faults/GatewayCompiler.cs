using System.Reflection;
using System.Runtime.InteropServices;
using BillingHeadless.Plugins.Hosting;
using BillingHeadless.Tests.Conformance.Support;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace BillingHeadless.Tests.Conformance.Faults;

/// <summary>Compiles a gateway's changed source in this process, and packs it with its other files.</summary>
public sealed class GatewayCompiler(ShippedGateway gateway)
{
    private const string ImplicitUsings = """
        global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq;
        global using System.Net.Http; global using System.Threading; global using System.Threading.Tasks;
        """;

    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview);

    private static readonly CSharpCompilationOptions Options = new(
        OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, checkOverflow: true, nullableContextOptions: NullableContextOptions.Enable);

    private static readonly IReadOnlyList<MetadataReference> Platform =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(file => Path.GetFileName(file) is not ['B', 'i', 'l', 'l', 'i', 'n', 'g', 'H', ..] || Path.GetFileName(file) == "BillingHeadless.Plugins.dll")
            .Select(file => MetadataReference.CreateFromFile(file)),
    ];

    private readonly Dictionary<string, byte[]> files = gateway.Files();

    /// <summary>The gateway's own source, by file name.</summary>
    public IReadOnlyDictionary<string, string> Source { get; } = Directory.EnumerateFiles(gateway.SourceFolder)
        .Where(file => Path.GetExtension(file) == ".cs" || Path.GetFileName(file) == PluginManifest.FileName)
        .ToDictionary(file => Path.GetFileName(file), File.ReadAllText);

    /// <summary>The package of this source.</summary>
    /// <exception cref="InvalidOperationException">It does not compile.</exception>
    public byte[] Package(IReadOnlyDictionary<string, string> source)
    {
        var assembly = $"BillingHeadless.Plugins.{gateway.Name}";
        var packed = new Dictionary<string, byte[]>(files)
        {
            [PluginManifest.FileName] = System.Text.Encoding.UTF8.GetBytes(source[PluginManifest.FileName]),
            [$"{assembly}.dll"] = Compile(assembly, source.Where(file => file.Key != PluginManifest.FileName).Select(file => file.Value)),
        };
        return PackageWriter.Pack(packed, key: null);
    }

    private byte[] Compile(string name, IEnumerable<string> code)
    {
        var toolkit = MetadataReference.CreateFromImage(files["BillingHeadless.Plugins.Toolkit.dll"]);
        var compilation = CSharpCompilation.Create(name, code.Append(ImplicitUsings).Select(text => CSharpSyntaxTree.ParseText(text, Language)), [.. Platform, toolkit], Options);
        CSharpGeneratorDriver.Create([JsonGenerator()], parseOptions: Language).RunGeneratorsAndUpdateCompilation(compilation, out var complete, out _);
        using var image = new MemoryStream();
        var result = complete.Emit(image);
        return result.Success
            ? image.ToArray()
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Where(one => one.Severity == DiagnosticSeverity.Error)));
    }

    // The compiler's own generator for JSON comes with the reference pack of the runtime.
    private static ISourceGenerator JsonGenerator()
    {
        var packs = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        var file = Directory.EnumerateFiles(packs, "System.Text.Json.SourceGeneration.dll", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Last();
        var generator = Assembly.LoadFrom(file).GetExportedTypes().Single(type => type.IsAssignableTo(typeof(IIncrementalGenerator)) && !type.IsAbstract);
        return ((IIncrementalGenerator)Activator.CreateInstance(generator)!).AsSourceGenerator();
    }
}
