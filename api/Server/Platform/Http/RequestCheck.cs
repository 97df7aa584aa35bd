using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace BillingHeadless.Server.Platform.Http;

/// <summary>What no request may hold, whatever it is for.</summary>
public static class RequestCheck
{
    private const string JsonType = "application/json";

    public static async Task<ProblemDetails?> Of(HttpContext context)
    {
        var request = context.Request;
        if (request.Query.Any(parameter => parameter.Value.Any(value => value is not null && UnwantedText.IsIn(value))))
        {
            return ControlCharacter();
        }

        if (context.GetEndpoint()?.Metadata.GetMetadata<IAcceptsMetadata>() is null || !request.HasJsonContentType())
        {
            return null;
        }

        if (!IsUtf8(request))
        {
            return Problem.Of(StatusCodes.Status415UnsupportedMediaType, Problem.Codes.MediaType, "Send the body as application/json in UTF-8.");
        }

        // The framework cannot read a charset in quotes, which is one too; what was to be known of it is known.
        request.ContentType = JsonType;
        return UnwantedText.IsInJson((await RequestBody.Read(request)).Span) ? ControlCharacter() : null;
    }

    private static bool IsUtf8(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && (!type.Charset.HasValue || HeaderUtilities.RemoveQuotes(type.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static ProblemDetails ControlCharacter() =>
        Problem.Of(StatusCodes.Status400BadRequest, Problem.Codes.Malformed, "The request cannot be read.", "It holds a control character.");
}
