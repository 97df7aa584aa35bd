using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BillingHeadless.Tests.Api.Mail;

/// <summary>A mail server that speaks SMTP (RFC 5321) with one client and answers recipients as it is told.</summary>
internal sealed class MailServerStub : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly string recipientAnswer;

    public MailServerStub(string recipientAnswer = "250 OK")
    {
        this.recipientAnswer = recipientAnswer;
        listener.Start();
        Received = Serve();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The whole conversation from the client's side, when it has ended.</summary>
    public Task<string> Received { get; }

    public void Dispose() => listener.Dispose();

    private async Task<string> Serve()
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.ASCII);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        var conversation = new StringBuilder();
        var isData = false;
        await writer.WriteLineAsync("220 stub");
        while (await reader.ReadLineAsync() is { } line)
        {
            conversation.Append(line).Append('\n');
            isData = isData ? line != "." : line == "DATA";
            if (!isData || line == "DATA")
            {
                await writer.WriteLineAsync(AnswerTo(line));
            }
        }

        return conversation.ToString();
    }

    private string AnswerTo(string line) => line switch
    {
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ when line.StartsWith("RCPT", StringComparison.Ordinal) => recipientAnswer,
        _ => "250 OK",
    };
}
