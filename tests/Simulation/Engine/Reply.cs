using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace BillingHeadless.Tests.Simulation.Engine;

/// <summary>What an endpoint has answered, as its caller would read it.</summary>
internal sealed record Reply(int Status, string Text)
{
    private const int FirstRefusal = 400;

    public bool IsGood => Status < FirstRefusal;

    public JsonElement Body => JsonElement.Parse(Text);

    public static async Task<Reply> Of(IResult result, IServiceProvider services)
    {
        using var body = new MemoryStream();
        var context = new DefaultHttpContext { RequestServices = services };
        context.Response.Body = body;
        await result.ExecuteAsync(context);
        return new Reply(context.Response.StatusCode, Encoding.UTF8.GetString(body.ToArray()));
    }

    public string TextOf(string field) => Body.GetProperty(field).GetString()!;
}
