using BillingHeadless.Domain.HostNames;

namespace BillingHeadless.Domain.Licences;

/// <summary>What can be wrong with a portal address, besides its host name: permanent codes.</summary>
public static class PortalAddressProblem
{
    /// <summary>Something else than http or https.</summary>
    public const string Scheme = "scheme";

    /// <summary>A port that is not the one of the scheme.</summary>
    public const string Port = "port";

    /// <summary>A name before <c>@</c>, which hides the host that follows it.</summary>
    public const string UserInformation = "user_information";

    public static readonly IReadOnlyList<string> All = [.. HostNameProblem.All, Scheme, Port, UserInformation];
}
