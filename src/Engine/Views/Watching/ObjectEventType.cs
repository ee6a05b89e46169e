namespace ActorKube.Engine.Views.Watching;

/// <summary>What happened to an object, in the words of the watch protocol.</summary>
public enum ObjectEventType
{
    Added,
    Modified,
    Deleted,
}
