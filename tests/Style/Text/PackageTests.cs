using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using BillingHeadless.Tests.Style.Support;

namespace BillingHeadless.Tests.Style.Text;

/// <summary>A build of today is a build of tomorrow: every version is one version.</summary>
public sealed class PackageTests
{
    [Fact]
    public void Every_package_is_pinned_exactly() => Rule.Holds(
        "Write the version as [1.2.3].",
        from package in XDocument.Parse(Repository.ReadText("Directory.Packages.props")).Descendants("PackageVersion")
        let version = package.Attribute("Version")!.Value
        where !Regex.IsMatch(version, @"^\[\d+(\.\d+){1,3}(-[\w.]+)?\]$")
        select $"{package.Attribute("Include")!.Value} {version}");

    [Fact]
    public void Versions_stand_in_one_file() => Rule.Holds(
        "Write the version into Directory.Packages.props.",
        from file in Repository.Files
        where Path.GetExtension(file.Path) is ".csproj" or ".targets" or ".props" && file.Path != "Directory.Packages.props"
        from reference in XDocument.Parse(file.Text).Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
        select $"{file.Path}: {reference.Attribute("Include")!.Value}");

    [Fact]
    public void Every_npm_package_is_pinned_exactly() => Rule.Holds(
        "Write the version as 1.2.3.",
        from entry in JsonNode.Parse(Repository.ReadText("package.json"))!["devDependencies"]!.AsObject()
        where !Regex.IsMatch(entry.Value!.GetValue<string>(), @"^\d+\.\d+\.\d+$")
        select entry.Key);

    [Fact]
    public void The_lock_file_names_no_registry() => Assert.DoesNotContain("\"resolved\"", Repository.ReadText("package-lock.json"));
}
