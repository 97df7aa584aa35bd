using System.Text.Json;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>Fields as callers write them.</summary>
public static class JsonNames
{
    /// <summary>Inside our code a field of a PATCH is a value and whether it was given; callers see only the field.</summary>
    private const string PatchValue = "." + nameof(IPatch.Value);

    public static string Of(string path) =>
        string.Join('.', path.Replace(PatchValue, "", StringComparison.Ordinal).Split('.').Select(JsonNamingPolicy.CamelCase.ConvertName));
}
