using System.Text.RegularExpressions;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Tests.Style.Support;

namespace BillingHeadless.Tests.Style.Architecture;

/// <summary>One name for one operation: class, file, operationId, client method and test class.</summary>
public sealed class EndpointTests
{
    private static readonly IReadOnlyList<Type> Classes =
        [.. typeof(BillingServer).Assembly.GetTypes().Where(type => type.IsClass && typeof(IEndpoint).IsAssignableFrom(type))];

    [Fact]
    public void Every_endpoint_is_listed_in_Routes_and_nothing_twice()
    {
        var listed = Regex.Matches(Repository.ReadText("api/Server/Routes.cs"), @"\bOf<(\w+)>\(\)").Select(match => match.Groups[1].Value).ToList();

        Rule.Holds("List every endpoint in Routes.cs once.", Classes.Select(type => type.Name).Except(listed));
        Rule.Holds("Routes.cs lists these twice.", listed.GroupBy(name => name).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Every_operation_is_called_as_its_class() => Rule.Holds(
        "The operationId is the class's name in camel case; a second method of the same operation adds a word at the end.",
        from endpoint in Endpoints.All
        where endpoint.OperationId is null || !endpoint.OperationId.StartsWith(CamelCase(endpoint.Class.Name), StringComparison.Ordinal)
        select $"{endpoint.Class.Name} maps {endpoint.Pattern} as {endpoint.OperationId ?? "nothing"}");

    [Fact]
    public void Every_class_maps_the_operation_of_its_name() => Rule.Holds(
        "One class is one operation.",
        Classes.Select(type => CamelCase(type.Name)).Except(Endpoints.All.Select(endpoint => endpoint.OperationId!)));

    [Fact]
    public void Every_endpoint_stands_in_a_file_of_its_name() => Rule.Holds(
        "The file is called as its endpoint.",
        Classes.Select(type => type.Name).Except(Repository.CodeUnder("api/Server").Select(file => file.Name)));

    [Fact]
    public void Every_endpoint_says_who_may_call_it() => Rule.Holds(
        "Say ForAnyone, ForPlatform or ForKey.",
        from endpoint in Endpoints.All where endpoint.Metadata.GetMetadata<Access>() is null select endpoint.Class.Name);

    /// <summary>Ruling 16: writes take an idempotency key, but for those that it names.</summary>
    [Fact]
    public void Every_write_takes_an_idempotency_key() => Rule.HoldsBut(
        ["activateLicence", "deactivateLicence", "gatewayCallback", "previewPlanChange", "previewTemplate", "quoteOrder", "validateLicence"],
        "Say Once, so that the write happens once for one Idempotency-Key.",
        from endpoint in Endpoints.All
        where endpoint.IsWrite && endpoint.Metadata.GetMetadata<TakesIdempotencyKey>() is null
        select endpoint.OperationId);

    [Fact]
    public void Every_endpoint_has_its_test_class()
    {
        var tests = Repository.CodeUnder("tests/Api").Select(file => file.Text).ToList();
        Rule.Holds(
            "Write a class <Operation>Tests in tests/Api.",
            Classes.Select(type => type.Name).Where(name => !tests.Any(text => Regex.IsMatch(text, $@"\bclass {name}Tests\b"))));
    }

    private static string CamelCase(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
