namespace ActorKube.NodeAgent.Volumes;

/// <summary>A file that a volume shows.</summary>
/// <param name="Mode">Permission bits.</param>
internal readonly record struct VolumeFile(ReadOnlyMemory<byte> Content, int Mode)
{
    /// <summary>When the file is to be made again although nothing has changed; null for never.</summary>
    public DateTimeOffset? RenewAt { get; init; }

    public bool Equals(VolumeFile other) => Mode == other.Mode && Content.Span.SequenceEqual(other.Content.Span);

    public override int GetHashCode() => HashCode.Combine(Mode, Content.Length);
}
