using System.Buffers;
using System.Collections.Concurrent;
using System.IO.Pipelines;
using ActorKube.Server.Streams.Spdy;

namespace ActorKube.Server.Tests.Streams.Spdy;

/// <summary>A client's side of a connection in memory: opens streams, writes to them, and notes what the server answers.</summary>
internal sealed class SpdyClient : IAsyncDisposable
{
    private readonly Pipe _toServer = new();
    private readonly Pipe _toClient = new();
    private readonly SpdyFrameWriter _writer;
    private readonly ConcurrentDictionary<uint, Answer> _answers = new();
    private uint _nextId = 1;
    private Task _reading = Task.CompletedTask;

    public SpdyClient()
    {
        _writer = new SpdyFrameWriter(_toServer.Writer.AsStream());
        Server = new Duplex(_toServer.Reader.AsStream(), _toClient.Writer.AsStream());
    }

    /// <summary>What the server reads from and writes to.</summary>
    public Stream Server { get; }

    public void Start(CancellationToken cancellationToken) => _reading = ReadAsync(cancellationToken);

    public async Task<uint> OpenAsync(params (string Name, string Value)[] headers)
    {
        var id = _nextId;
        _nextId += 2;
        await _writer.OpenAsync(id, [.. headers.Select(h => KeyValuePair.Create(h.Name, h.Value))], TestContext.Current.CancellationToken);
        return id;
    }

    public Task WriteAsync(uint id, byte[] data, bool isLast = false) => _writer.WriteDataAsync(id, data, isLast, TestContext.Current.CancellationToken);

    public Task ResetAsync(uint id) => _writer.ResetAsync(id, SpdyStatus.Cancel, TestContext.Current.CancellationToken);

    public Task PingAsync(uint id) => _writer.PingAsync(id, TestContext.Current.CancellationToken);

    public Task CloseAsync() => _toServer.Writer.CompleteAsync().AsTask();

    /// <summary>What the server has said about a stream; number 0 is for pings.</summary>
    public Answer Of(uint id) => _answers.GetOrAdd(id, static _ => new Answer());

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        await _toClient.Writer.CompleteAsync();
        await _reading;
        _writer.Dispose();
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        var reader = new SpdyFrameReader(_toClient.Reader.AsStream());
        while (await reader.ReadAsync(cancellationToken) is { } frame)
        {
            switch (frame.Type)
            {
                case SpdyFrameType.Data:
                    Of(frame.StreamId).Add(frame.Payload.ToArray(), frame.IsLast);
                    break;
                case SpdyFrameType.Ping:
                    Of(0).Ended.TrySetResult();
                    break;
                case SpdyFrameType.SynReply:
                    Of(frame.Number).Replied.TrySetResult();
                    break;
                case SpdyFrameType.RstStream:
                    Of(frame.Number).Reset.TrySetResult();
                    break;
            }
        }
    }

    internal sealed class Answer
    {
        private readonly ArrayBufferWriter<byte> _data = new();

        public TaskCompletionSource Replied { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Reset { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public async Task<byte[]> ReadToEndAsync()
        {
            await Ended.Task.WaitAsync(TestContext.Current.CancellationToken);
            return _data.WrittenSpan.ToArray();
        }

        public void Add(byte[] data, bool isLast)
        {
            _data.Write(data);
            if (isLast)
            {
                Ended.TrySetResult();
            }
        }
    }

    private sealed class Duplex(Stream input, Stream output) : Stream
    {
        public override bool CanRead => true;

        public override bool CanWrite => true;

        public override bool CanSeek => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => input.ReadAsync(buffer, cancellationToken);

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) => output.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => output.FlushAsync(cancellationToken);

        public override void Flush() => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
