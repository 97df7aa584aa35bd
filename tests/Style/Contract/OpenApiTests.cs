using BillingHeadless.Domain.Events;
using BillingHeadless.Server.Platform.Http.OpenApi;
using BillingHeadless.Tests.Style.Support;

namespace BillingHeadless.Tests.Style.Contract;

/// <summary>openapi.json is the contract as committed text.</summary>
public sealed class OpenApiTests
{
    [Fact]
    public async Task The_committed_document_equals_the_code()
    {
        var made = await OpenApiCommand.Describe();

        Assert.True(
            made == Repository.ReadText(OpenApiFile.Path),
            "openapi.json differs from the code. Make it anew: dotnet run --project api/Server -- openapi --output openapi.json");
    }

    [Fact]
    public async Task It_is_the_same_each_time() => Assert.Equal(await OpenApiCommand.Describe(), await OpenApiCommand.Describe());

    [Fact]
    public void Every_event_type_is_listed()
    {
        var description = OpenApiFile.Read().Description;
        Rule.Holds("Make openapi.json anew.", EventTypes.All.Where(type => !description.Contains($"- `{type}`", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_area_and_every_operation_has_its_words()
    {
        var document = OpenApiFile.Read();
        Rule.Holds("Describe the area in Areas.cs.", document.Tags.Where(tag => tag["description"] is null).Select(tag => tag["name"]!.GetValue<string>()));
        Rule.Holds(
            "Say in Is(…) what the operation does.",
            document.Operations.Where(operation => operation["summary"] is null).Select(operation => operation["operationId"]!.GetValue<string>()));
    }
}
