namespace BillingHeadless.Server.Hosted;

/// <summary>
/// Forms are taken from our own pages only. Browsers say where a form comes from, and keep the session's cookie back from
/// other sites; whoever sends no such header is not a browser that could be tricked.
/// </summary>
public static class SameSite
{
    private const string Header = "Sec-Fetch-Site";

    public static ValueTask<object?> Check(EndpointFilterInvocationContext invocation, EndpointFilterDelegate next)
    {
        var request = invocation.HttpContext.Request;
        var isForeign = request.Headers[Header].ToString() is "cross-site" or "same-site";
        return isForeign && HttpMethods.IsPost(request.Method) && invocation.HttpContext.GetEndpoint()!.Metadata.GetMetadata<TakesForeignForms>() is null
            ? ValueTask.FromResult<object?>(Results.StatusCode(StatusCodes.Status403Forbidden))
            : next(invocation);
    }
}

/// <summary>That a form from another site may come here: some gateways send buyers back with one. It changes nothing.</summary>
public sealed record TakesForeignForms;
