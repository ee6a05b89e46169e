using System.Net;
using Microsoft.AspNetCore.Http;

namespace ActorKube.Ingresses.Forwarding;

/// <summary>The body of a request on its way to a backend, passed on as it comes. It can be read once: a request whose body was begun is never repeated.</summary>
internal sealed class ForwardedBody : HttpContent
{
    private const int BufferSize = 16 << 10;

    private readonly HttpRequest _request;
    private readonly ActivityTimeout _activity;
    private Task? _sending;

    /// <param name="length">Null: as much as comes.</param>
    public ForwardedBody(HttpRequest request, long? length, ActivityTimeout activity)
    {
        (_request, _activity) = (request, activity);
        Headers.ContentLength = length;
    }

    /// <summary>Sends no more: the answer is complete, or there will be none. What the client sends must not be read when its request is over.</summary>
    public async ValueTask StopAsync()
    {
        if (_sending is { IsCompleted: false } sending)
        {
            _activity.End();
            await sending.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _sending = _sending is null ? SendAsync(stream) : throw new InvalidOperationException("The body was sent once already.");

    private async Task SendAsync(Stream stream)
    {
        var buffer = new byte[(int)Math.Clamp(_request.ContentLength ?? BufferSize, 1, BufferSize)];
        if (_request.ContentLength is null)
        {
            // Who calls by HTTP/2 may wait for the answer's headers before it says anything.
            await stream.FlushAsync(_activity.Token);
        }

        int count;
        while ((count = await _request.Body.ReadAsync(buffer, _activity.Token)) > 0)
        {
            _activity.Renew();
            await stream.WriteAsync(buffer.AsMemory(0, count), _activity.Token);
            await stream.FlushAsync(_activity.Token);
        }
    }
}
