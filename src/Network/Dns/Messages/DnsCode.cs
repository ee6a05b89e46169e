namespace ActorKube.Network.Dns.Messages;

/// <summary>How a question was answered (RFC 1035, RFC 6891).</summary>
internal enum DnsCode
{
    Success = 0,
    FormatError = 1,
    ServerFailure = 2,
    NoSuchName = 3,
    NotImplemented = 4,
    Refused = 5,
    BadVersion = 16,
}
