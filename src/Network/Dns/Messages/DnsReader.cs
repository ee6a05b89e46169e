using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ActorKube.Network.Dns.Messages;

/// <summary>Reads messages octet by octet. Everything may be hostile: what doesn't fit ends the reading.</summary>
internal ref struct DnsReader(ReadOnlySpan<byte> message)
{
    public const int HeaderLength = 12;
    private const int ResponseFlag = 0x8000;
    private const int OpCodeMask = 0x7800;
    private const int TruncatedFlag = 0x0200;
    private const int RecursionFlag = 0x0100;
    private readonly ReadOnlySpan<byte> _message = message;
    private int _at;

    public readonly int Position => _at;

    private readonly int Left => _message.Length - _at;

    /// <summary>Null for what deserves no answer: too short to have an id, or itself an answer.</summary>
    public static DnsQuery? ReadQuery(ReadOnlySpan<byte> message)
    {
        if (message.Length < HeaderLength || (BinaryPrimitives.ReadUInt16BigEndian(message[2..]) & ResponseFlag) != 0)
        {
            return null;
        }

        var reader = new DnsReader(message);
        return reader.ReadQuery();
    }

    /// <summary>An answer to a question. False for what isn't one, or can't be read.</summary>
    /// <param name="id">Of the question.</param>
    /// <param name="isWhole">False if it is to be asked again over TCP.</param>
    public static bool TryReadAnswer(ReadOnlySpan<byte> message, ushort id, DnsQuestion question, [NotNullWhen(true)] out DnsAnswer? answer, out bool isWhole)
    {
        (answer, isWhole) = (null, false);
        var reader = new DnsReader(message);
        if (!reader.TryReadNumber(out ushort found) || found != id || !reader.TryReadNumber(out ushort flags) || (flags & ResponseFlag) == 0
            || !reader.TryReadNumber(out ushort questions) || questions != 1
            || !reader.TryReadNumber(out ushort answers) || !reader.TryReadNumber(out ushort authorities) || !reader.TryReadNumber(out ushort additional)
            || !reader.TryReadName(out var name) || !name.Equals(question.Name) || !reader.TryReadNumber(out ushort type) || (DnsType)type != question.Type || !reader.TrySkip(2))
        {
            return false;
        }

        isWhole = (flags & TruncatedFlag) == 0;
        if (!reader.TryReadRecords(answers, out var first) || !reader.TryReadRecords(authorities, out var second) || !reader.TryReadRecords(additional, out var third))
        {
            // Cut off in the middle, as some do it.
            answer = new DnsAnswer(DnsCode.ServerFailure);
            return !isWhole;
        }

        answer = new DnsAnswer((DnsCode)(flags & 0xF)) { Answers = first, Authority = second, Additional = third };
        return true;
    }

    /// <summary>A name, compressed or not (RFC 1035, 4.1.4).</summary>
    public bool TryReadName(out DnsName name)
    {
        name = DnsName.Root;
        var labels = new List<string>();
        var at = _at;
        var end = -1;
        while (at < _message.Length)
        {
            int length = _message[at];
            if (length == 0)
            {
                _at = end < 0 ? at + 1 : end;
                return DnsName.TryOf([.. labels], out name!);
            }

            if (length >= 0xC0)
            {
                // Only ever backwards, so that it ends.
                if (at + 1 >= _message.Length || (((length & 0x3F) << 8) | _message[at + 1]) is var target && target >= at)
                {
                    return false;
                }

                end = end < 0 ? at + 2 : end;
                at = target;
            }
            else if (length > DnsName.MaxLabel || at + 1 + length > _message.Length || labels.Count > DnsName.MaxLength / 2)
            {
                return false;
            }
            else
            {
                labels.Add(Encoding.Latin1.GetString(_message.Slice(at + 1, length)));
                at += length + 1;
            }
        }

        return false;
    }

    public bool TryReadNumber(out ushort value)
    {
        value = Left >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(_message[_at..]) : (ushort)0;
        return TrySkip(2);
    }

    public bool TryReadNumber(out uint value)
    {
        value = Left >= 4 ? BinaryPrimitives.ReadUInt32BigEndian(_message[_at..]) : 0;
        return TrySkip(4);
    }

    public bool TrySkip(int octets)
    {
        if (Left < octets)
        {
            return false;
        }

        _at += octets;
        return true;
    }

    private DnsQuery ReadQuery()
    {
        _ = TryReadNumber(out ushort id) & TryReadNumber(out ushort flags) & TryReadNumber(out ushort questions) & TryReadNumber(out ushort answers) & TryReadNumber(out ushort authorities)
            & TryReadNumber(out ushort additional);
        var wantsRecursion = (flags & RecursionFlag) != 0;
        if ((flags & OpCodeMask) != 0)
        {
            return new DnsQuery(id, null, wantsRecursion, null, DnsCode.NotImplemented);
        }

        if (questions != 1 || answers != 0 || authorities != 0 || !TryReadName(out var name) || !TryReadNumber(out ushort type) || !TryReadNumber(out ushort @class)
            || !TryReadExtension(additional, out var extension, out var version))
        {
            return new DnsQuery(id, null, wantsRecursion, null, DnsCode.FormatError);
        }

        var problem = version != 0 ? DnsCode.BadVersion : @class != DnsQuestion.Internet ? DnsCode.Refused : DnsCode.Success;
        return new DnsQuery(id, new DnsQuestion(name, (DnsType)type), wantsRecursion, extension, problem);
    }

    /// <summary>Without what is for this hop alone.</summary>
    private bool TryReadRecords(int count, out IReadOnlyList<DnsRecord> records)
    {
        var all = new List<DnsRecord>();
        records = all;
        for (var i = 0; i < count; i++)
        {
            if (!TryReadName(out var name) || !TryReadNumber(out ushort type) || !TryReadNumber(out ushort @class) || !TryReadNumber(out uint ttl) || !TryReadNumber(out ushort length) || Left < length)
            {
                return false;
            }

            var end = _at + length;
            if (!TryReadData((DnsType)type, length, out var data) || _at != end)
            {
                return false;
            }

            if ((DnsType)type != DnsType.Opt && @class == DnsQuestion.Internet)
            {
                all.Add(new DnsRecord(name, ttl, data));
            }
        }

        return true;
    }

    private bool TryReadData(DnsType type, ushort length, [NotNullWhen(true)] out DnsData? data)
    {
        data = null;
        switch (type)
        {
            case DnsType.CName or DnsType.Ns or DnsType.Ptr:
                data = TryReadName(out var name) ? new NameData(type, name) : null;
                break;
            case DnsType.Mx:
                data = TryReadNumber(out ushort preference) && TryReadName(out var exchange) ? new MailData(preference, exchange) : null;
                break;
            case DnsType.Srv:
                data = TryReadNumber(out ushort priority) && TryReadNumber(out ushort weight) && TryReadNumber(out ushort port) && TryReadName(out var target)
                    ? new ServiceData(priority, weight, port, target)
                    : null;
                break;
            case DnsType.Soa:
                data = TryReadName(out var server) && TryReadName(out var mailbox) && TryReadNumber(out uint serial) && TryReadNumber(out uint refresh) && TryReadNumber(out uint retry)
                    && TryReadNumber(out uint expire) && TryReadNumber(out uint minimum)
                    ? new AuthorityData(server, mailbox, serial, refresh, retry, expire, minimum)
                    : null;
                break;
            default:
                data = new RawData(type, _message.Slice(_at, length).ToArray());
                _at += length;
                break;
        }

        return data is not null;
    }

    /// <summary>False if the records can't be read, or there are two of them for EDNS.</summary>
    private bool TryReadExtension(int records, out DnsExtension? extension, out int version)
    {
        (extension, version) = (null, 0);
        for (var i = 0; i < records; i++)
        {
            if (!TryReadName(out var name) || !TryReadNumber(out ushort type) || !TryReadNumber(out ushort payload) || !TryReadNumber(out uint flags) || !TryReadNumber(out ushort length) || !TrySkip(length))
            {
                return false;
            }

            if ((DnsType)type == DnsType.Opt)
            {
                if (extension is not null || name.Count > 0)
                {
                    return false;
                }

                (extension, version) = (new DnsExtension(payload), (int)(flags >> 16) & 0xFF);
            }
        }

        return true;
    }
}
