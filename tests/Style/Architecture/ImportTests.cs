using System.Xml.Linq;
using BillingHeadless.Tests.Style.Support;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace BillingHeadless.Tests.Style.Architecture;

/// <summary>Who may import whom.</summary>
public sealed class ImportTests
{
    /// <summary>The projects that each project may reference. A plugin may reference the contract and the toolkit, of which it carries a copy.</summary>
    private static readonly Dictionary<string, string[]> References = new()
    {
        ["sdk/Plugins"] = [],
        ["sdk/Hosting"] = ["sdk/Plugins"],
        ["sdk/Packaging"] = ["sdk/Hosting"],
        ["sdk/Conformance"] = ["sdk/Plugins", "sdk/Hosting"],
        ["sdk/GatewayToolkit"] = ["sdk/Plugins"],
        ["sdk/Client"] = [],
        ["api/Domain"] = ["sdk/Plugins"],
        ["api/Templating"] = [],
        ["api/SandboxProvider"] = ["sdk/Plugins"],
        ["api/Server"] = ["api/Domain", "api/Templating", "api/SandboxProvider", "sdk/Plugins", "sdk/Hosting"],
        ["api/MigrationDesign"] = ["api/Server"],
    };

    /// <summary>The namespaces of ours that the code of a project may use beside its own.</summary>
    private static readonly Dictionary<string, string[]> Namespaces = new()
    {
        ["sdk/Plugins"] = ["BillingHeadless.Plugins"],
        ["sdk/Hosting"] = ["BillingHeadless.Plugins"],
        ["sdk/Packaging"] = ["BillingHeadless.Packaging", "BillingHeadless.Plugins"],
        ["sdk/Conformance"] = ["BillingHeadless.Conformance", "BillingHeadless.Plugins"],
        ["sdk/GatewayToolkit"] = ["BillingHeadless.Plugins"],
        ["sdk/Client"] = ["BillingHeadless.Client"],
        ["api/Domain"] = ["BillingHeadless.Domain", "BillingHeadless.Plugins"],
        ["api/Templating"] = ["BillingHeadless.Templating"],
        ["api/SandboxProvider"] = ["BillingHeadless.SandboxProvider", "BillingHeadless.Plugins"],
        ["plugins"] = ["BillingHeadless.Plugins"],
    };

    /// <summary>Becomes a project elsewhere: what it references is proven there.</summary>
    private const string Template = "sdk/PluginTemplate";

    /// <summary>Projects that need nothing but the base class library.</summary>
    private static readonly string[] Plain = ["sdk/Plugins", "sdk/GatewayToolkit", "sdk/Client", "api/Domain", "api/Templating"];

    [Fact]
    public void A_project_references_only_what_its_place_allows() => Rule.Holds(
        "Keep to the import matrix of the design, or change the matrix here and say why.",
        from project in Repository.Projects
        where !project.IsUnder("tests") && !project.IsUnder(Template)
        from reference in ReferencesOf(project)
        where !Allowed(FolderOf(project)).Contains(reference)
        select $"{project.Path} references {reference}");

    [Fact]
    public void Code_uses_only_the_namespaces_that_its_project_may_know() => Rule.Holds(
        "Keep to the import matrix of the design.",
        from rule in Namespaces
        from file in Repository.CodeUnder(rule.Key)
        from name in UsingsOf(file)
        where name.StartsWith("BillingHeadless", StringComparison.Ordinal) && !rule.Value.Any(own => IsWithin(name, own))
        select $"{file.Path} uses {name}");

    [Fact]
    public void A_plain_project_has_no_packages_and_uses_the_base_class_library_alone() => Rule.Holds(
        "Domain, Templating, the plugin contract and the client need nothing but the base class library.",
        (from project in Repository.Projects
         where Plain.Contains(FolderOf(project))
         from element in XDocument.Parse(project.Text).Descendants()
         where element.Name.LocalName is "PackageReference" or "FrameworkReference"
         select $"{project.Path} has {element.Attribute("Include")?.Value}")
        .Concat(
            from folder in Plain
            from file in Repository.CodeUnder(folder)
            from name in UsingsOf(file)
            where !IsWithin(name, "System") && !IsWithin(name, "BillingHeadless")
            select $"{file.Path} uses {name}"));

    private static IEnumerable<string> Allowed(string folder) => folder.StartsWith("plugins/", StringComparison.Ordinal) ? ["sdk/Plugins", "sdk/GatewayToolkit"] : References[folder];

    private static string FolderOf(SourceFile project) => Path.GetDirectoryName(project.Path)!.Replace('\\', '/');

    private static IEnumerable<string> ReferencesOf(SourceFile project) =>
        from reference in XDocument.Parse(project.Text).Descendants("ProjectReference")
        let path = Path.GetFullPath(Path.Combine(Repository.Root, FolderOf(project), reference.Attribute("Include")!.Value))
        select Path.GetRelativePath(Repository.Root, Path.GetDirectoryName(path)!).Replace('\\', '/');

    private static IEnumerable<string> UsingsOf(SourceFile file) =>
        file.Syntax.DescendantNodes().OfType<UsingDirectiveSyntax>().Select(directive => directive.NamespaceOrType.ToString().Replace("global::", ""));

    private static bool IsWithin(string name, string space) => name == space || name.StartsWith(space + ".", StringComparison.Ordinal);
}
