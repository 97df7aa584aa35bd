using Microsoft.AspNetCore.Http.Features;

namespace BillingHeadless.SandboxProvider.Pages;

/// <summary>Reads a posted form within bounds.</summary>
internal static class FormReader
{
    private static readonly FormOptions Bounds = new()
    {
        ValueCountLimit = Limits.FormFields,
        KeyLengthLimit = Limits.FormFieldLength,
        ValueLengthLimit = Limits.FormFieldLength,
        MultipartBodyLengthLimit = Limits.FormBodyBytes,
        BufferBodyLengthLimit = Limits.FormBodyBytes,
    };

    /// <summary>The form, or null when it is none or passes a bound.</summary>
    public static async Task<IFormCollection?> ReadAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return null;
        }

        try
        {
            return await context.Request.ReadFormAsync(Bounds, context.RequestAborted);
        }
        catch (Exception problem) when (problem is InvalidDataException or BadHttpRequestException)
        {
            return null;
        }
    }
}
