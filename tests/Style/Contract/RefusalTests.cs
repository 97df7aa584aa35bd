using System.Reflection;
using System.Text.RegularExpressions;
using BillingHeadless.Domain.Kernel;
using BillingHeadless.Server;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Tests.Style.Support;

namespace BillingHeadless.Tests.Style.Contract;

/// <summary>Refusals are values with a permanent code: each is answered by an operation, documented, and provoked by a test.</summary>
public sealed class RefusalTests
{
    private static readonly IReadOnlyList<(string Name, Refusal Refusal)> All =
    [
        .. from assembly in new[] { typeof(Refusal).Assembly, typeof(BillingServer).Assembly }
           from type in assembly.GetTypes()
           from field in type.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static)
           where field.FieldType == typeof(Refusal)
           select ($"{type.Name}.{field.Name}", (Refusal)field.GetValue(null)!),
    ];

    [Fact]
    public void Codes_are_snake_case_and_stand_once()
    {
        Rule.Holds("Write codes in snake_case.", All.Select(entry => entry.Refusal.Code).Where(code => !Regex.IsMatch(code, "^[a-z]+(_[a-z]+)*$")));
        Rule.Holds("One code is one refusal.", All.GroupBy(entry => entry.Refusal.Code).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Refusals_stand_in_files_of_their_own() => Rule.Holds(
        "A feature lists its refusals in <Feature>Refusals.cs.",
        All.Select(entry => entry.Name).Where(name => !name.Split('.')[0].EndsWith("Refusals", StringComparison.Ordinal)));

    [Fact]
    public void Every_refusal_is_declared_by_an_operation()
    {
        var declared = Endpoints.All.SelectMany(endpoint => endpoint.Metadata.OfType<Refuses>()).SelectMany(refuses => refuses.Refusals).Select(refusal => refusal.Code);
        Rule.Holds(
            "Name the refusal in Refuses(…) of the operations that answer it, or delete it.",
            All.Select(entry => entry.Refusal.Code).Except(declared).Except(DoorCodes));
    }

    [Fact]
    public void Every_code_is_documented_with_its_status()
    {
        var document = OpenApiFile.Read();
        Rule.Holds(
            "Make openapi.json anew: it misses these codes.",
            from endpoint in Endpoints.All
            from refusal in endpoint.Metadata.OfType<Refuses>().SelectMany(refuses => refuses.Refusals)
            let status = Problem.StatusOf(refusal.Kind)
            where document.Example(refusal.Code)?["status"]?.GetValue<int>() != status
            select $"{endpoint.OperationId}: {refusal.Code} with status {status}");
    }

    [Fact]
    public void Every_code_of_the_door_is_listed()
    {
        var description = OpenApiFile.Read().Description;
        Rule.Holds("List it in DoorProblems, then make openapi.json anew.", DoorCodes.Where(code => !description.Contains($"| `{code}` |", StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_refusal_is_provoked_by_a_test()
    {
        var tests = string.Concat(Repository.CodeUnder("tests").Where(file => file.IsUnder("tests/Api") || file.IsUnder("tests/Domain")).Select(file => file.Text));
        Rule.Holds(
            "Write a test that provokes the refusal: it names the code, or the refusal itself.",
            from entry in All
            where !tests.Contains($"\"{entry.Refusal.Code}\"", StringComparison.Ordinal) && !Regex.IsMatch(tests, $@"\b{Regex.Escape(entry.Name)}\b")
            select entry.Refusal.Code);
    }

    private static IEnumerable<string> DoorCodes =>
        typeof(Problem.Codes).GetFields().Select(code => (string)code.GetRawConstantValue()!);
}
