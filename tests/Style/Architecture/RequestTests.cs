using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using BillingHeadless.Server.Platform.Http;
using BillingHeadless.Server.Platform.Http.Shapes;
using BillingHeadless.Tests.Style.Support;
using Microsoft.AspNetCore.Http.Metadata;

namespace BillingHeadless.Tests.Style.Architecture;

/// <summary>What may come in a request's body is bounded, and a list holds no nothing.</summary>
public sealed class RequestTests
{
    private static readonly IReadOnlyList<PropertyInfo> Fields =
        [.. Endpoints.All.Select(endpoint => endpoint.Metadata.GetMetadata<IAcceptsMetadata>()?.RequestType).OfType<Type>().SelectMany(type => FieldsOf(type, [])).Distinct()];

    [Fact]
    public void Requests_have_fields() => Assert.True(Fields.Count > 100, $"{Fields.Count} fields were found.");

    [Fact]
    public void Every_list_and_map_says_how_many_entries_it_may_have() => Rule.Holds(
        "Say Count, EachLine or ByLanguage: an entry that is null would get through, or too many of them.",
        from field in Fields
        where IsList(Given(field)) && !Has<CountAttribute>(field) && !Has<EachLineAttribute>(field) && !Has<ByLanguageAttribute>(field)
        select $"{field.DeclaringType!.Name}.{field.Name}");

    [Fact]
    public void Every_text_says_how_long_it_may_be() => Rule.Holds(
        "Say Line, Text, StringLength or a code's form.",
        from field in Fields
        where Given(field) == typeof(string) && !Has<StringLengthAttribute>(field) && !Has<RegularExpressionAttribute>(field)
        select $"{field.DeclaringType!.Name}.{field.Name}");

    private static IEnumerable<PropertyInfo> FieldsOf(Type type, HashSet<Type> seen) => type.Namespace?.StartsWith("BillingHeadless", StringComparison.Ordinal) == true && type.IsClass && seen.Add(type)
        ? type.GetProperties().SelectMany(field => new[] { field }.Concat(PartsOf(Given(field)).SelectMany(part => FieldsOf(part, seen))))
        : [];

    private static Type[] PartsOf(Type type) => type.IsGenericType ? type.GetGenericArguments() : [type];

    private static bool IsList(Type type) => type != typeof(string) && type != typeof(JsonElement) && typeof(IEnumerable).IsAssignableFrom(type);

    private static Type Given(PropertyInfo field) =>
        field.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(Patch<>) ? type.GetGenericArguments()[0] : field.PropertyType;

    private static bool Has<T>(PropertyInfo field)
        where T : Attribute => field.GetCustomAttributes<T>(inherit: true).Any() || ParameterHas<T>(field);

    /// <summary>A record's field that stands in its header.</summary>
    private static bool ParameterHas<T>(PropertyInfo field)
        where T : Attribute =>
        field.DeclaringType!.GetConstructors().SelectMany(constructor => constructor.GetParameters()).Any(parameter => parameter.Name == field.Name && parameter.GetCustomAttributes<T>(inherit: true).Any());
}
