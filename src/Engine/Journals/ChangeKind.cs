namespace ActorKube.Engine.Journals;

/// <summary>What an event did to its object. The numbers are stored.</summary>
public enum ChangeKind
{
    /// <summary>The object exists and is as the event says.</summary>
    Put = 0,

    /// <summary>The object is gone; the event keeps its last state. Also called a tombstone.</summary>
    Delete = 1,
}
