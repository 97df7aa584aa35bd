using BillingHeadless.Domain.Kernel;
using BillingHeadless.Domain.Merchants;

namespace BillingHeadless.Server.Merchants;

/// <summary>The list of origins of a request.</summary>
public static class WebOrigins
{
    /// <summary>Each as browsers write it, or the first that is none.</summary>
    public static Result<IReadOnlyList<string>> Read(IReadOnlyList<string> typed)
    {
        var origins = new List<string>(typed.Count);
        for (var i = 0; i < typed.Count; i++)
        {
            var origin = WebOrigin.Parse(typed[i]);
            if (!origin.IsAccepted)
            {
                return MerchantRefusals.OriginInvalid.At($"origins[{i}]", origin.Problem);
            }

            origins.Add(origin.Value.Text);
        }

        return origins;
    }
}
