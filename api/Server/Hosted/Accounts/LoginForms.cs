using BillingHeadless.Server.Platform.Http;

namespace BillingHeadless.Server.Hosted.Accounts;

/// <summary>The form to log in by: with the password, or with a link by mail. It never tells whether an e-mail is known.</summary>
public sealed class LoginForms(PageWriter pages)
{
    /// <summary>What the form says above itself.</summary>
    public enum Notice
    {
        None,
        LinkSent,
        LoggedOut,
    }

    public Task<PageResult> Show(Visit visit, Notice notice, CancellationToken cancel) =>
        Write(visit, email: "", notice, error: null, StatusCodes.Status200OK, cancel);

    /// <summary>The form again with what was wrong; the text is the one of a refusal.</summary>
    public Task<PageResult> Show(Visit visit, string email, string errorCode, int status, CancellationToken cancel) =>
        Write(visit, email, Notice.None, visit.Texts.Text($"problems.login.{errorCode}"), status, cancel);

    private Task<PageResult> Write(Visit visit, string email, Notice notice, string? error, int status, CancellationToken cancel)
    {
        var address = Links.LoginPath(visit.Merchant.Id);
        var data = new
        {
            Action = address,
            LinkAction = $"{address}/forgotten",
            Email = email,
            Notice = notice switch
            {
                Notice.LinkSent => visit.Texts.Text("login.link_sent"),
                Notice.LoggedOut => visit.Texts.Text("login.logged_out"),
                _ => null,
            },
            Error = error,
        };
        return pages.Write(visit, "login", data, new PageOptions { Status = status, Address = address }, cancel);
    }
}
