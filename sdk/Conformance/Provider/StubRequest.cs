using System.Text;
using System.Text.Json.Nodes;
using System.Web;

namespace BillingHeadless.Conformance.Provider;

/// <summary>A request as the stub has received it.</summary>
/// <param name="Method">For example <c>POST</c>.</param>
/// <param name="Path">Without the query.</param>
/// <param name="QueryText">Without its question mark.</param>
/// <param name="Headers">By name, in any case of letters.</param>
/// <param name="Body">Byte for byte.</param>
public sealed record StubRequest(string Method, string Path, string QueryText, IReadOnlyDictionary<string, string> Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public string? Header(string name) => Headers.GetValueOrDefault(name);

    /// <summary>A parameter of the query.</summary>
    public string? Query(string name) => HttpUtility.ParseQueryString(QueryText)[name];

    /// <summary>The fields of a web form, whether in the body or in the query.</summary>
    public IReadOnlyDictionary<string, string> Form()
    {
        var fields = HttpUtility.ParseQueryString(Method == "GET" ? QueryText : Text);
        return fields.AllKeys.OfType<string>().ToDictionary(name => name, name => fields[name] ?? "");
    }

    /// <summary>The body as JSON; an empty object when it is none.</summary>
    public JsonNode Json()
    {
        try
        {
            return JsonNode.Parse(Body) ?? new JsonObject();
        }
        catch (System.Text.Json.JsonException)
        {
            return new JsonObject();
        }
    }
}

/// <summary>What the stub answers.</summary>
public sealed record StubAnswer(int Status, string Body, string ContentType = "application/json")
{
    public static StubAnswer Json(JsonNode body, int status = 200) => new(status, body.ToJsonString());

    public static StubAnswer Text(string body, int status = 200, string contentType = "text/plain") => new(status, body, contentType);
}
