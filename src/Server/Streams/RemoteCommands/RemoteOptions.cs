using ActorKube.Server.Requests;

namespace ActorKube.Server.Streams.RemoteCommands;

/// <summary>Which streams of the process a client wants, as its query says. A terminal has no stderr of its own.</summary>
internal sealed record RemoteOptions(bool Stdin, bool Stdout, bool Stderr, bool Tty)
{
    public static RemoteOptions Of(ApiRequest request)
    {
        var tty = request.Flag("tty");
        return new RemoteOptions(request.Flag("stdin"), request.Flag("stdout"), request.Flag("stderr") && !tty, tty);
    }

    /// <summary>The first of the channels that the client reads.</summary>
    public RemoteChannel FirstRead => Stdout ? RemoteChannel.Stdout : Stderr ? RemoteChannel.Stderr : RemoteChannel.Error;

    /// <summary>The channels that the client and the server have between them, besides the terminal's size.</summary>
    public IEnumerable<RemoteChannel> Channels
    {
        get
        {
            yield return RemoteChannel.Error;
            if (Stdin)
            {
                yield return RemoteChannel.Stdin;
            }

            if (Stdout)
            {
                yield return RemoteChannel.Stdout;
            }

            if (Stderr)
            {
                yield return RemoteChannel.Stderr;
            }
        }
    }
}
