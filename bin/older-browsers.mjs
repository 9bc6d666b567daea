/**
 * What the bundle asks of a browser beyond Chromium 86, the kernel of many office browsers (360, WPS): syntax is lowered by the build,
 * these few functions are put in their place. Stands before every chunk, for a chunk runs after those that it imports.
 * tests/browser/older-browsers.test.ts says what else the bundle may use, and opens the app without all of them.
 */
export const oldestChromium = 86

export const addedFunctions = ['at', 'Object.hasOwn', 'throwIfAborted']

export const olderBrowsers = `(function(){
var add=function(on,name,value){if(on&&!on[name])Object.defineProperty(on,name,{value:value,writable:true,configurable:true})};
var at=function(place){var n=Math.trunc(place)||0;return this[n<0?n+this.length:n]};
add(Array.prototype,'at',at);
add(String.prototype,'at',at);
add(Object.getPrototypeOf(Int8Array.prototype),'at',at);
add(Object,'hasOwn',function(on,key){return Object.prototype.hasOwnProperty.call(on,key)});
add(typeof AbortSignal==='function'&&AbortSignal.prototype,'throwIfAborted',function(){if(this.aborted)throw this.reason||new DOMException('aborted','AbortError')});
})();`
